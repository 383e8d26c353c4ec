import { LinkButton } from "@/components/ui/button"
import { Phrase } from "@/components/ui/phrase"
import type { Dictionary } from "@/lib/i18n/words"
import type { RefusalCode } from "@/lib/kernel/refusal"
import { isAboutAccount } from "@/lib/signin/rules"
import { ThaidForm } from "./thaid-form"

type ThaidOutcomeProps = {
  w: Dictionary
  code: RefusalCode
  /** The refusal's sentence in the reader's language. */
  text: string
  returnTo?: string | undefined
}

/**
 * A sign-in by ThaiID that did not come through: what happened, then the ways on. Where the account is the reason, asking
 * those who keep it comes first, since trying again would end here.
 */
export function ThaidOutcome({ w, code, text, returnTo }: ThaidOutcomeProps) {
  const t = w.signin.thaid
  const titles: Partial<Record<RefusalCode, string>> = t.titles
  const isRequired = code === "signin.thaid-required"
  const password = returnTo ? `/login?${new URLSearchParams({ returnTo })}` : "/login"
  return (
    <div className="mx-auto max-w-door space-y-5">
      <div role="alert">
        <h1>{titles[code] ?? t.failed}</h1>
        <p className="mt-2">
          <Phrase text={text} />
        </p>
      </div>
      {isAboutAccount(code) ? (
        <LinkButton href="/admins" kind="main" big>
          {t.lookup}
        </LinkButton>
      ) : (
        <>
          <ThaidForm w={w} label={isRequired ? w.signin.door.thaid : t.again} returnTo={returnTo} />
          {isRequired ? (
            <WithoutThaid w={w} />
          ) : (
            <LinkButton href={password} wide>
              {t.password}
            </LinkButton>
          )}
        </>
      )}
      <p className="flex flex-wrap gap-x-5 gap-y-2 text-sm">
        {isAboutAccount(code) ? (
          <>
            <a href={password}>{t.again}</a>
            <a href={password}>{t.password}</a>
          </>
        ) : (
          <a href="/admins">{t.lookup}</a>
        )}
        <a href="/help">{t.help}</a>
      </p>
    </div>
  )
}

/** What to do for whom ThaiID does not work yet: nobody stands before a door without a way on. */
function WithoutThaid({ w }: { w: Dictionary }) {
  const { title, points } = w.signin.thaid.required
  return (
    <section className="border-t border-line pt-4">
      <h2>{title}</h2>
      <ul className="mt-2 list-disc space-y-2 pl-5">
        {[points.app, points.office, points.admin].map((point) => (
          <li key={point}>
            <Phrase text={point} />
          </li>
        ))}
      </ul>
    </section>
  )
}
