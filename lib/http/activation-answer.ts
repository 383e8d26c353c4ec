import "server-only"
import type { Refusal } from "@/lib/kernel/refusal"
import { clearCookie } from "./cookies"
import { refusedAnswer } from "./refused-answer"

const over: readonly string[] = ["activation.gone", "activation.superseded"]

/** 303 to the screen that says why not: to the door, without the cookie, where the visit of this browser is over. */
export function activationAnswer(
  refusal: Refusal,
  screen: string,
  cookies: readonly string[] = [],
): Response {
  if (!over.includes(refusal.code)) return refusedAnswer(refusal, screen, cookies)
  return refusedAnswer(refusal, "/activate", [clearCookie("activation"), clearCookie("typed")])
}
