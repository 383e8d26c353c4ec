import { postHandler } from "@/lib/http/post-handler"
import { refusedAnswer } from "@/lib/http/refused-answer"
import { runCommand } from "@/lib/http/run-command"
import { seeOther } from "@/lib/http/see-other"
import { systemPath } from "@/lib/http/system-path"
import { addPeriod } from "@/lib/rights/add-period"

/** Adds an opening period. */
export const POST = postHandler(async ({ fields }) => {
  const { code = "", version = "", nameTh = "", nameEn = "", scope = "" } = fields
  const dayOf = (name: string) => ({
    day: fields[`${name}Day`] ?? "",
    month: fields[`${name}Month`] ?? "",
    year: fields[`${name}Year`] ?? "",
  })
  const days = { opensOn: dayOf("opensOn"), closesOn: dayOf("closesOn") }
  const result = await runCommand(addPeriod, { code, version, nameTh, nameEn, scope, ...days })
  const screen = systemPath(code)
  return result.ok ? seeOther(`${screen}?done=saved`) : refusedAnswer(result.refusal, screen)
})
