import { saveActivationPerson } from "@/lib/activation/save-activation-person"
import { activationAnswer } from "@/lib/http/activation-answer"
import { clearCookie, readCookie } from "@/lib/http/cookies"
import { pathSegment } from "@/lib/http/path-segment"
import { postHandler } from "@/lib/http/post-handler"
import { runCommand } from "@/lib/http/run-command"
import { seeOther } from "@/lib/http/see-other"
import { typedCookie } from "@/lib/http/typed-fields"

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

/** Names a unit's first SSO Admin, or changes what it says of him; then comes the paper, while it is empty. */
export const POST = postHandler(async ({ fields }) => {
  const activation = (await readCookie("activation")) ?? ""
  const { unitCode = "", number = "", version = "", personId = "" } = fields
  const typed = Object.fromEntries(names.map((name) => [name, fields[name] ?? ""]))
  const page = { activation, unitCode, number, version, personId }
  const result = await runCommand(saveActivationPerson, { ...page, ...typed })
  if (result.ok)
    return seeOther(result.value.isPaperEmpty ? "/activate/form/paper" : "/activate/form?done=person", [
      clearCookie("typed"),
    ])
  const form = "/activate/form/person"
  const screen = personId === "" ? form : `${form}?id=${pathSegment(personId, 36)}`
  const cookie = await typedCookie(`activate-person ${number} ${personId}`, typed)
  return activationAnswer(result.refusal, screen, [cookie])
})
