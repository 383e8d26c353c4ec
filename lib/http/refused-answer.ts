import "server-only"
import type { Refusal } from "@/lib/kernel/refusal"
import { refusalCookie } from "./refusal-cookie"
import { seeOther } from "./see-other"

/**
 * 303 to the screen that says why not. Where only a fresh proof of the person is missing, it leads by way of `/step-up`,
 * which leads back to the screen; what was typed waits there in the cookies.
 */
export function refusedAnswer(refusal: Refusal, screen: string, cookies: readonly string[] = []): Response {
  if (refusal.code === "session.step-up-needed") {
    return seeOther(`/step-up?${new URLSearchParams({ returnTo: screen })}`, cookies)
  }
  const [path = "", query] = screen.split("?")
  const asked = `${path}?refused=${refusal.code}${query ? `&${query}` : ""}`
  return seeOther(asked, [refusalCookie(refusal), ...cookies])
}
