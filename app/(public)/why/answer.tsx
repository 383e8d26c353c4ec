import { Notice } from "@/components/ui/notice"
import type { Locale } from "@/lib/i18n/locale"
import type { Dictionary } from "@/lib/i18n/words"
import { ByTrace } from "./by-trace"
import { ChooseSystem } from "./choose-system"
import { Reasons } from "./reasons"
import { RefusedSignIn } from "./refused-sign-in"

type AnswerProps = {
  w: Dictionary
  locale: Locale
  answer: Parameters<typeof Reasons>[0]["answer"] & {
    refusedAt: Date | undefined
    isTraceUnknown: boolean
    systems: Parameters<typeof ChooseSystem>[0]["systems"]
    system: { code: string; nameTh: string; nameEn: string } | undefined
  }
  query: Record<string, string | string[] | undefined>
}

/** All that is told to who has signed in: what was refused, the choice of a system, the reasons one by one. */
export function Answer({ w, locale, answer, query }: AnswerProps) {
  const { isOwn, refusedAt } = answer
  const from = isOwn && typeof query.from === "string" ? query.from.slice(0, 64) : ""
  return (
    <>
      <p>{w.why.lead}</p>
      {answer.isOwn ? null : <p className="text-sm text-ink-2">{w.why.ofOther}</p>}
      {answer.isTraceUnknown ? <Notice tone="needs-you">{w.why.traceUnknown}</Notice> : null}
      {refusedAt ? (
        <RefusedSignIn w={w} locale={locale} at={refusedAt} trace={String(query.trace)} from={from} />
      ) : null}
      <ChooseSystem
        w={w}
        locale={locale}
        systems={answer.systems}
        chosen={answer.system?.code ?? ""}
        member={answer.isOwn ? "" : String(query.member ?? "")}
      />
      <Reasons w={w} locale={locale} answer={answer} />
      <ByTrace w={w} />
    </>
  )
}
