import { Row } from "./[code]/row"
export const x = Row
