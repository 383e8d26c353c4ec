import { clearCookie } from "@/lib/http/cookies"
import { pathSegment } from "@/lib/http/path-segment"
import { postHandler } from "@/lib/http/post-handler"
import { refusedAnswer } from "@/lib/http/refused-answer"
import { runCommand } from "@/lib/http/run-command"
import { seeOther } from "@/lib/http/see-other"
import { typedCookie } from "@/lib/http/typed-fields"
import { usersPath } from "@/lib/http/users-path"
import { editUser } from "@/lib/members/edit-user"

const names = ["post", "staffKind", "staffReason", "officeTelephone", "orderText"] as const
const days = ["validFrom", "validUntil"].flatMap((name) => [`${name}Day`, `${name}Month`, `${name}Year`])

/** Changes what the unit says of its user. */
export const POST = postHandler(async ({ fields }) => {
  const { unitCode = "", membershipId = "", version = "" } = fields
  const typed = Object.fromEntries([...names, ...days].map((name) => [name, fields[name] ?? ""]))
  const day = (name: string) => ({
    day: typed[`${name}Day`] ?? "",
    month: typed[`${name}Month`] ?? "",
    year: typed[`${name}Year`] ?? "",
  })
  const at = { unitCode, membershipId, version }
  const input = { ...typed, ...at, validFrom: day("validFrom"), validUntil: day("validUntil") }
  const result = await runCommand(editUser, input)
  const user = `${usersPath(unitCode)}/${pathSegment(membershipId, 36)}`
  if (result.ok) return seeOther(`${user}?done=edit`, [clearCookie("typed")])
  return refusedAnswer(result.refusal, `${user}/edit`, [await typedCookie(`edit ${membershipId}`, typed)])
})
