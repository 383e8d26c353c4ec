import type { APIRequestContext } from "@playwright/test"
import type { Welcome } from "./cast"
import { codesSeen, mailTo, nextCode } from "./mailbox"
import { post } from "./sign-in"

/** Begins a recovery by mailed code; ends with its cookie in the request context, and the code. */
export async function askForCode(request: APIRequestContext, card: Welcome): Promise<string> {
  const seen = await codesSeen(request, card.email)
  await post(request, "/api/recover", { username: card.username })
  return nextCode(request, card.email, seen)
}

/** The path of the newest link of that kind mailed to an address. */
export async function mailedLink(
  request: APIRequestContext,
  email: string,
  kind: "alarm" | "recover/link" | "recover/cancel" | "invitation" = "alarm",
): Promise<string> {
  const link = new RegExp(`/${kind}/[\\w-]{20,}`)
  for (const mail of await mailTo(request, email)) {
    const found = link.exec(mail.text)?.[0]
    if (found) return found
  }
  throw new Error(`no link of the kind ${kind} was mailed`)
}
