import "server-only"
import { clearCookie, deviceRemembered, setCookie } from "./cookies"
import { parseReturnTo } from "./return-to"
import { seeOther } from "./see-other"
import { sessionCookie } from "./session-cookie"

/** What a sign-in gives the browser: values of cookies, and where to go. */
type SignedIn = { readonly session: string; readonly device: string; readonly returnTo: string | null }

/** The answer to whoever has come in: his cookies, and on to where he wanted. */
export async function signedIn({ session, device, returnTo }: SignedIn): Promise<Response> {
  return seeOther(parseReturnTo(returnTo) ?? "/portal", [
    await sessionCookie(session),
    setCookie("device", device, deviceRemembered),
    clearCookie("flow"),
    clearCookie("passkey"),
  ])
}
