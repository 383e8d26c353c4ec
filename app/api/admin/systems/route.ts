import { clearCookie } from "@/lib/http/cookies"
import { postHandler } from "@/lib/http/post-handler"
import { refusedAnswer } from "@/lib/http/refused-answer"
import { runCommand } from "@/lib/http/run-command"
import { seeOther } from "@/lib/http/see-other"
import { systemPath } from "@/lib/http/system-path"
import { typedCookie } from "@/lib/http/typed-fields"
import { arabicDigits } from "@/lib/i18n/digits"
import { changeSystem } from "@/lib/rights/change-system"

/** Changes what the Department says of a system. */
export const POST = postHandler(async ({ fields }) => {
  const { code = "", untilDay = "", untilMonth = "", untilYear = "", ...typed } = fields
  const result = await runCommand(changeSystem, {
    ...typed,
    code,
    kinds: Object.keys(typed).flatMap((name) => (name.startsWith("kind_") ? [name.slice(5)] : [])),
    provinces: arabicDigits(typed.provinces ?? "")
      .split(/[\s,]+/)
      .filter(Boolean),
    isNamedOnly: typed.isNamedOnly === "1",
    allowsConflicts: typed.allowsConflicts === "1",
    announcementUntil: { day: untilDay, month: untilMonth, year: untilYear },
    confirmed: typed.confirmed === "1",
  })
  if (result.ok) return seeOther(`${systemPath(code)}?done=saved`, [clearCookie("typed")])
  const kept = { ...typed, untilDay, untilMonth, untilYear }
  return refusedAnswer(result.refusal, systemPath(code), [await typedCookie(`system ${code}`, kept)])
})
