import { clearCookie } from "@/lib/http/cookies"
import { orderPath } from "@/lib/http/order-path"
import { pathSegment } from "@/lib/http/path-segment"
import { postHandler } from "@/lib/http/post-handler"
import { refusedAnswer } from "@/lib/http/refused-answer"
import { runCommand } from "@/lib/http/run-command"
import { seeOther } from "@/lib/http/see-other"
import { typedCookie } from "@/lib/http/typed-fields"
import { savePerson } from "@/lib/orders/save-person"

const names = [
  "nationalId",
  "titleTh",
  "givenNameTh",
  "familyNameTh",
  "post",
  "staffKind",
  "staffReason",
  "email",
  "officeTelephone",
] as const

/** Names a person in an order, or changes what it says of him. */
export const POST = postHandler(async ({ fields }) => {
  const { unitCode = "", number = "", version = "", personId = "" } = fields
  const typed = Object.fromEntries(names.map((name) => [name, fields[name] ?? ""]))
  const result = await runCommand(savePerson, { unitCode, number, version, personId, ...typed })
  const order = orderPath(fields)
  if (result.ok) return seeOther(`${order}?done=person`, [clearCookie("typed")])
  const screen = personId === "" ? `${order}/person` : `${order}/person?id=${pathSegment(personId, 36)}`
  return refusedAnswer(result.refusal, screen, [await typedCookie(`person ${number} ${personId}`, typed)])
})
