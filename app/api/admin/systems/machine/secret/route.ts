import { postHandler } from "@/lib/http/post-handler"
import { programPath } from "@/lib/http/program-path"
import { refusedAnswer } from "@/lib/http/refused-answer"
import { runCommand } from "@/lib/http/run-command"
import { shownOncePage } from "@/lib/http/shown-once-page"
import { currentLocale, wordsIn } from "@/lib/i18n/words"
import { makeWebhookSecret } from "@/lib/webhooks/make-webhook-secret"

/** Makes a secret for calls to a system and shows it this once. */
export const POST = postHandler(async ({ fields: { systemCode = "" } }) => {
  const result = await runCommand(makeWebhookSecret, { systemCode })
  const screen = programPath(systemCode)
  if (!result.ok) return refusedAnswer(result.refusal, screen)
  const { page } = wordsIn(await currentLocale()).webhooks.secrets
  return await shownOncePage(
    {
      title: page.title,
      lead: page.lead,
      made: page.of(systemCode),
      lines: [result.value.secret],
      hint: page.hint,
      onward: { href: screen, label: page.onward },
    },
    [],
  )
})
