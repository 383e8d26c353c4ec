import "server-only"
import { clearCookie, deviceRemembered, setCookie } from "./cookies"
import { seeOther } from "./see-other"
import { sessionCookie } from "./session-cookie"

/** On to the portal, where the duties of use are asked, with the first session of an account. */
export async function firstSession(at: {
  readonly session: string
  readonly device: string
}): Promise<Response> {
  return seeOther("/portal", [
    await sessionCookie(at.session),
    setCookie("device", at.device, deviceRemembered),
    clearCookie("invitation"),
  ])
}
