import { addPasskey } from "@/lib/factors/add-passkey"
import { groupsOfFour } from "@/lib/factors/rules"
import { postHandler } from "@/lib/http/post-handler"
import { recoveryCodesPage } from "@/lib/http/recovery-codes-page"
import { refusedAnswer } from "@/lib/http/refused-answer"
import { relyingParty } from "@/lib/http/relying-party"
import { runCommand } from "@/lib/http/run-command"
import { seeOther } from "@/lib/http/see-other"
import { sessionCookie } from "@/lib/http/session-cookie"

/** Keeps the passkey that a browser has made; the recovery codes that come with the first factor are shown at once. */
export const POST = postHandler(async ({ fields }) => {
  const { name = "", response = "" } = fields
  const result = await runCommand(addPasskey, { rp: await relyingParty(), name, response })
  if (!result.ok) return refusedAnswer(result.refusal, "/account/factors")
  const { codes, session } = result.value
  const cookies = [await sessionCookie(session)]
  return codes.length === 0
    ? seeOther("/account/factors?done=passkey-added", cookies)
    : recoveryCodesPage(codes.map(groupsOfFour), cookies)
})
