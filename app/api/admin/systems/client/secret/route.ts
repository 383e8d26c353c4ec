import { makeSecret } from "@/lib/clients/make-secret"
import { clientPath } from "@/lib/http/client-path"
import { postHandler } from "@/lib/http/post-handler"
import { refusedAnswer } from "@/lib/http/refused-answer"
import { runCommand } from "@/lib/http/run-command"
import { shownOncePage } from "@/lib/http/shown-once-page"
import { typedDay } from "@/lib/http/typed-day"
import { currentLocale, wordsIn } from "@/lib/i18n/words"

/** Makes a secret of a client and shows it this once. */
export const POST = postHandler(async ({ fields }) => {
  const { systemCode = "", clientId = "", older = "now" } = fields
  const result = await runCommand(makeSecret, { clientId, older, endsOn: typedDay(fields, "endsOn") })
  const screen = clientPath(systemCode, clientId)
  if (!result.ok) return refusedAnswer(result.refusal, screen)
  const { page } = wordsIn(await currentLocale()).clients.secrets
  return await shownOncePage(
    {
      title: page.title,
      lead: page.lead,
      made: page.of(result.value.name, clientId),
      lines: [result.value.secret],
      hint: page.hint,
      onward: { href: screen, label: page.onward },
    },
    [],
  )
})
