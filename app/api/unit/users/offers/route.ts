import { clearCookie } from "@/lib/http/cookies"
import { evenTime } from "@/lib/http/even-time"
import { postHandler } from "@/lib/http/post-handler"
import { refusedAnswer } from "@/lib/http/refused-answer"
import { runCommand } from "@/lib/http/run-command"
import { seeOther } from "@/lib/http/see-other"
import { typedCookie } from "@/lib/http/typed-fields"
import { usersPath } from "@/lib/http/users-path"
import { offerMembership } from "@/lib/members/offer-membership"

const names = [
  "nationalId",
  "titleTh",
  "givenNameTh",
  "familyNameTh",
  "post",
  "staffKind",
  "staffReason",
  "orderText",
  "email",
  "officeTelephone",
] as const
const days = ["validFrom", "validUntil"].flatMap((name) => [`${name}Day`, `${name}Month`, `${name}Year`])

/** In milliseconds: much longer than adding somebody takes, whether the portal knows him or not. */
const step = 400

/** A unit makes somebody its user: an invitation goes out, and the answer is the same whoever it is. */
export const POST = postHandler(async ({ fields }) => {
  const { unitCode = "" } = fields
  const typed = Object.fromEntries([...names, ...days].map((name) => [name, fields[name] ?? ""]))
  const day = (name: string) => ({
    day: typed[`${name}Day`] ?? "",
    month: typed[`${name}Month`] ?? "",
    year: typed[`${name}Year`] ?? "",
  })
  const input = { ...typed, unitCode, validFrom: day("validFrom"), validUntil: day("validUntil") }
  const result = await evenTime(step, () => runCommand(offerMembership, input))
  const list = usersPath(unitCode)
  if (result.ok) return seeOther(`${list}?done=offered`, [clearCookie("typed")])
  return refusedAnswer(result.refusal, `${list}/new`, [await typedCookie(`offer ${unitCode}`, typed)])
})
