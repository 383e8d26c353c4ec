import { postHandler } from "@/lib/http/post-handler"
import { refusedAnswer } from "@/lib/http/refused-answer"
import { runCommand } from "@/lib/http/run-command"
import { seeOther } from "@/lib/http/see-other"
import { systemPath } from "@/lib/http/system-path"
import { saveRole } from "@/lib/rights/save-role"

/** Adds a role to a system or changes one. */
export const POST = postHandler(async ({ fields }) => {
  const { code = "", version = "", roleId = "", key = "", nameTh = "", nameEn = "" } = fields
  const { aboutTh = "", aboutEn = "", records = "", certifies = "" } = fields
  const result = await runCommand(saveRole, {
    code,
    version,
    roleId,
    key,
    nameTh,
    nameEn,
    aboutTh,
    aboutEn,
    records: records === "1",
    certifies: certifies === "1",
  })
  const screen = systemPath(code)
  return result.ok ? seeOther(`${screen}?done=saved`) : refusedAnswer(result.refusal, screen)
})
