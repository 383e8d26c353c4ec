import LoginPage, { generateMetadata } from "./login/page"

export { generateMetadata }

export default LoginPage
