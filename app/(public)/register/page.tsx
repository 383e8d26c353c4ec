import type { Metadata } from "next"
import { PublicFrame } from "@/components/frame/public-frame"
import { RegisterSteps } from "@/components/registration/register-steps"
import { Button, LinkButton } from "@/components/ui/button"
import { Checkbox } from "@/components/ui/checkbox"
import { ErrorSummary } from "@/components/ui/error-summary"
import { Notice } from "@/components/ui/notice"
import { readCookie } from "@/lib/http/cookies"
import { refusableTitle } from "@/lib/http/refusable-title"
import { shownRefusal } from "@/lib/http/refusal-cookie"
import { runRead } from "@/lib/http/run-read"
import { registrationFaults } from "@/lib/i18n/registration-faults"
import { currentLocale, type Dictionary, words, wordsIn } from "@/lib/i18n/words"
import { getMyRegistration } from "@/lib/registration/get-my-registration"
import { getProofAtDoor } from "@/lib/registration/get-proof-at-door"
import { isAllowed, privacyVersion } from "@/lib/registration/rules"
import { getDoor } from "@/lib/signin/get-door"
import { PrivacyNotice } from "./privacy-notice"

type Query = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export async function generateMetadata({ searchParams }: Query): Promise<Metadata> {
  return refusableTitle((await words()).registration.title, searchParams)
}

/** The first page: what happens with the facts, and by which way to give them. */
export default async function RegisterPage({ searchParams }: Query) {
  const query = await searchParams
  const locale = await currentLocale()
  const w = wordsIn(locale)
  const s = w.registration.start
  const refusal = await shownRefusal(query.refused)
  // Who was proved at the door comes here by that refusal; the page itself says so.
  const isDisputed = refusal?.code === "signin.thaid-disputed"
  const isFromDoor = isDisputed || refusal?.code === "signin.thaid-unknown"
  const door = await runRead(getDoor, {})
  const proof = await runRead(getProofAtDoor, { browser: (await readCookie("thaid")) ?? "" })
  const isProved = proof.ok && proof.value.isProved
  const faults = refusal && !(isFromDoor && isProved) ? registrationFaults(refusal, locale) : []
  return (
    <PublicFrame>
      {faults.length > 0 ? <ErrorSummary title={w.ui.errorSummaryTitle} faults={faults} /> : null}
      <h1 className="mb-4">{w.registration.title}</h1>
      <RegisterSteps w={w} locale={locale} at={1} page="start" />
      <div className="max-w-reading space-y-5">
        <GoOn w={w} />
        <p>{s.lead}</p>
        {isProved ? (
          <Notice tone={isDisputed ? "needs-you" : "done"}>
            <p>{isDisputed ? s.disputed : s.proved}</p>
          </Notice>
        ) : null}
        <PrivacyNotice w={w} locale={locale} />
        <form method="post" action="/api/register" className="space-y-4">
          <input type="hidden" name="privacyVersion" value={privacyVersion} />
          <Checkbox name="isRead" label={s.read} />
          <Ways w={w} isProved={isProved} hasThaid={door.ok && door.value.hasThaid} />
        </form>
      </div>
    </PublicFrame>
  )
}

async function GoOn({ w }: { w: Dictionary }) {
  const s = w.registration.start
  const mine = await runRead(getMyRegistration, { registration: (await readCookie("registration")) ?? "" })
  const open = mine.ok && isAllowed("withdraw", mine.value.state) ? mine.value : undefined
  return (
    <>
      {open ? (
        <Notice tone="needs-you" title={s.goOnTitle}>
          <LinkButton href={isAllowed("edit", open.state) ? "/register/check" : "/register/done"}>
            {s.goOn(open.number)}
          </LinkButton>
        </Notice>
      ) : null}
      <p>
        <a href="/register/status">{s.elsewhere}</a>
      </p>
    </>
  )
}

function Ways({ w, isProved, hasThaid }: { w: Dictionary; isProved: boolean; hasThaid: boolean }) {
  const s = w.registration.start
  if (isProved)
    return (
      <Button kind="main" big name="way" value="proved">
        {s.provedGoOn}
      </Button>
    )
  return (
    <fieldset className="space-y-4">
      <legend className="mb-2 font-semibold">{s.howTitle}</legend>
      {hasThaid ? (
        <div>
          <Button kind="main" big name="way" value="thaid">
            {s.byThaid}
          </Button>
          <p className="mt-1 text-sm text-ink-2">{s.byThaidHint}</p>
        </div>
      ) : null}
      <div>
        <Button kind={hasThaid ? "plain" : "main"} big name="way" value="typed">
          {s.typed}
        </Button>
        <p className="mt-1 text-sm text-ink-2">{s.typedHint}</p>
      </div>
    </fieldset>
  )
}
