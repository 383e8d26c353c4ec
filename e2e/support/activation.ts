import type { APIRequestContext } from "@playwright/test"
import { leadsTo, post } from "./sign-in"

/** What stands in a letter, as whoever opens the envelope reads it: unit code and activation code. */
export function readLetter(html: string): { readonly unitCode: string; readonly code: string } {
  const [unitCode = "", code = ""] = [...html.matchAll(/<code translate="no">([^<]+)<\/code>/g)].map(
    ([, text = ""]) => text,
  )
  return { unitCode, code }
}

/** Issues a code for a unit, as the office whose browser this is, and reads it off the letter. */
export async function issueCode(request: APIRequestContext, unitCode: string) {
  const form = { which: "chosen", [`unit-${unitCode}`]: "1", q: "", province: "" }
  const issued = await post(request, "/api/oversight/activation", form)
  const letters = leadsTo(issued) ?? ""
  const printed = await request.get(letters)
  return { letters, ...readLetter(await printed.text()) }
}
