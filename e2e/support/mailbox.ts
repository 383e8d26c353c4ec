import type { APIRequestContext } from "@playwright/test"
import { endTurn, takeTurn } from "./turn"

type Message = { to: string; subject: string; text: string; html: string; sentAt: string }

/** What was mailed to an address, newest first. */
export async function mailTo(request: APIRequestContext, to: string): Promise<Message[]> {
  const answer = await request.get(`/dev/mailbox/messages?to=${encodeURIComponent(to)}`)
  return answer.json()
}

/**
 * The code of the next mail to an address: `seen` mails were there before. Waits 20 seconds at most, or as told. Ends the
 * turn that `codesSeen` began.
 */
export async function nextCode(
  request: APIRequestContext,
  to: string,
  seen: number,
  seconds = 20,
): Promise<string> {
  for (let tries = 0; tries < seconds * 5; tries++) {
    const messages = (await mailTo(request, to)).filter((message) => /\b\d{6}\b/.test(message.text))
    if (messages.length > seen) {
      const code = messages[0]?.text.match(/\b\d{6}\b/)?.[0]
      if (code) {
        endTurn(to)
        return code
      }
    }
    await new Promise((resolve) => setTimeout(resolve, 200))
  }
  endTurn(to)
  throw new Error(`no mail with a code came within ${seconds} seconds`)
}

/**
 * How many mails with a code an address has. From here until `nextCode` no other worker asks for a code to it: two
 * journeys of one persona at once would else each take the other's code.
 */
export async function codesSeen(request: APIRequestContext, to: string): Promise<number> {
  await takeTurn(to)
  return (await mailTo(request, to)).filter((message) => /\b\d{6}\b/.test(message.text)).length
}
