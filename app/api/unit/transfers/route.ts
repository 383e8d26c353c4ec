import { clearCookie } from "@/lib/http/cookies"
import { postHandler } from "@/lib/http/post-handler"
import { refusedAnswer } from "@/lib/http/refused-answer"
import { runCommand } from "@/lib/http/run-command"
import { seeOther } from "@/lib/http/see-other"
import { transfersPath } from "@/lib/http/transfers-path"
import { typedDay } from "@/lib/http/typed-day"
import { typedCookie } from "@/lib/http/typed-fields"
import { openTransfer } from "@/lib/transfers/open-transfer"

const names = [
  "toUnit",
  "post",
  "staffKind",
  "staffReason",
  "officeTelephone",
  "orderText",
  "effectiveOnDay",
  "effectiveOnMonth",
  "effectiveOnYear",
] as const

/** Opens a transfer of a user to another unit. */
export const POST = postHandler(async ({ fields }) => {
  const { unitCode = "", membershipId = "", knowsLast = "" } = fields
  const typed = Object.fromEntries(names.map((name) => [name, fields[name] ?? ""]))
  const effectiveOn = typedDay(typed, "effectiveOn")
  const input = { ...typed, unitCode, membershipId, knowsLast, effectiveOn }
  const result = await runCommand(openTransfer, input)
  const list = transfersPath(unitCode)
  if (result.ok) return seeOther(`${list}?done=opened`, [clearCookie("typed")])
  const form = `${list}/new?${new URLSearchParams({ user: membershipId.slice(0, 36) })}`
  return refusedAnswer(result.refusal, form, [await typedCookie(`transfer ${membershipId}`, typed)])
})
