import { renewRecoveryCodes } from "@/lib/factors/renew-recovery-codes"
import { groupsOfFour } from "@/lib/factors/rules"
import { postHandler } from "@/lib/http/post-handler"
import { recoveryCodesPage } from "@/lib/http/recovery-codes-page"
import { refusedAnswer } from "@/lib/http/refused-answer"
import { runCommand } from "@/lib/http/run-command"

/** Makes new recovery codes and shows them this once. */
export const POST = postHandler(async () => {
  const result = await runCommand(renewRecoveryCodes, {})
  if (!result.ok) return refusedAnswer(result.refusal, "/account/factors")
  return recoveryCodesPage(result.value.codes.map(groupsOfFour))
})
