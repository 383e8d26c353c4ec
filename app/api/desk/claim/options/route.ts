import { casePath } from "@/components/desk/desk-path"
import { leaseSeconds } from "@/lib/cases/rules"
import { claimCase } from "@/lib/desk/claim-case"
import { forScript } from "@/lib/http/for-script"
import { postHandler } from "@/lib/http/post-handler"
import { runCommand } from "@/lib/http/run-command"
import { formatTime } from "@/lib/i18n/dates"
import { currentLocale, wordsIn } from "@/lib/i18n/words"

/** Keeps a case in one's hands while its page is open and somebody works there; asked by the script of that page. */
export const POST = postHandler(async ({ fields }) => {
  const { number = "" } = fields
  const claimed = await runCommand(claimCase, { number })
  if (!claimed.ok) return forScript({ refused: claimed.refusal.code, leadsTo: casePath(number, "") })
  const locale = await currentLocale()
  const text = wordsIn(locale).desk.heldUntil(formatTime(claimed.value.until, locale))
  return forScript({ seconds: leaseSeconds, text })
})
