import "server-only"
import { formatDateTime } from "@/lib/i18n/dates"
import { currentLocale, wordsIn } from "@/lib/i18n/words"
import { currentSession } from "./current-session"
import { shownOncePage } from "./shown-once-page"

/** The recovery codes just made, in groups that can be copied, told this once, with whose they are and of when: a paper has to say so. */
export async function recoveryCodesPage(
  codes: readonly string[],
  cookies: readonly string[] = [],
): Promise<Response> {
  const locale = await currentLocale()
  const c = wordsIn(locale).factors.codes
  const name = (await currentSession())?.name ?? ""
  return shownOncePage(
    {
      title: c.title,
      lead: c.lead,
      made: c.made(name, formatDateTime(new Date(), locale)),
      lines: codes,
      hint: c.print,
      onward: { href: "/account/factors?done=kept", label: c.kept },
    },
    cookies,
  )
}
