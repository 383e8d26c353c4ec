import { submitActivation } from "@/lib/activation/submit-activation"
import { activationAnswer } from "@/lib/http/activation-answer"
import { clearCookie, readCookie } from "@/lib/http/cookies"
import { postHandler } from "@/lib/http/post-handler"
import { runCommand } from "@/lib/http/run-command"
import { seeOther } from "@/lib/http/see-other"
import { shownOncePage } from "@/lib/http/shown-once-page"
import { formatDateTime } from "@/lib/i18n/dates"
import { currentLocale, wordsIn } from "@/lib/i18n/words"
import { shownSecret } from "@/lib/registration/rules"

/** Sends a unit's request. The first time the answer itself tells number and secret, which stand nowhere else. */
export const POST = postHandler(async ({ fields }) => {
  const activation = (await readCookie("activation")) ?? ""
  const { unitCode = "", number = "", version = "" } = fields
  const result = await runCommand(submitActivation, { activation, unitCode, number, version })
  if (!result.ok) return activationAnswer(result.refusal, "/activate/form")
  const { secret } = result.value
  const gone = [clearCookie("activation"), clearCookie("typed")]
  if (secret === null) return seeOther("/activate/request", gone)
  const locale = await currentLocale()
  const s = wordsIn(locale).activation.slip
  const page = {
    title: s.title,
    lead: s.lead,
    made: s.made(formatDateTime(result.value.at, locale)),
    lines: [s.number(result.value.number), s.secret(shownSecret(secret))],
    hint: s.hint,
    onward: { href: "/activate/request", label: s.onward },
  }
  return shownOncePage(page, gone)
})
