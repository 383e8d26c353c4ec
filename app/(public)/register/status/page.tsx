import type { Metadata } from "next"
import { PublicFrame } from "@/components/frame/public-frame"
import { RegisterSteps } from "@/components/registration/register-steps"
import { ErrorSummary } from "@/components/ui/error-summary"
import { readCookie } from "@/lib/http/cookies"
import { refusableTitle } from "@/lib/http/refusable-title"
import { shownRefusal } from "@/lib/http/refusal-cookie"
import { runRead } from "@/lib/http/run-read"
import { typedFields } from "@/lib/http/typed-fields"
import { registrationFaults } from "@/lib/i18n/registration-faults"
import { currentLocale, words, wordsIn } from "@/lib/i18n/words"
import { getRegistrationStatus } from "@/lib/registration/get-registration-status"
import { typedNumber } from "@/lib/registration/rules"
import { LookUpForm } from "./look-up-form"
import { Standing } from "./standing"

type Query = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export async function generateMetadata({ searchParams }: Query): Promise<Metadata> {
  return refusableTitle((await words()).registration.status.title, searchParams)
}

const stepOf = { draft: 1, returned: 1, submitted: 2, approved: 3, rejected: 3, withdrawn: 1 } as const

/** How a request stands, for who knows number and secret; whoever else comes is asked for them. */
export default async function RegisterStatusPage({ searchParams }: Query) {
  const query = await searchParams
  const locale = await currentLocale()
  const w = wordsIn(locale)
  const refusal = await shownRefusal(query.refused)
  const faults = refusal ? registrationFaults(refusal, locale) : []
  const named = typeof query.number === "string" ? typedNumber(query.number) : undefined
  const status = await runRead(getRegistrationStatus, { ticket: (await readCookie("ticket")) ?? "" })
  // A slip's code that names another request than the one that was looked at last asks for its secret.
  const shown = status.ok && (named === undefined || named === status.value.number) ? status.value : undefined
  const typed = faults.length > 0 ? await typedFields("register-status") : undefined
  return (
    <PublicFrame>
      {faults.length > 0 ? <ErrorSummary title={w.ui.errorSummaryTitle} faults={faults} /> : null}
      <h1 className="mb-4">{w.registration.status.title}</h1>
      {shown ? (
        <>
          <RegisterSteps w={w} locale={locale} at={stepOf[shown.state]} />
          <Standing w={w} locale={locale} status={shown} />
        </>
      ) : (
        <LookUpForm w={w} faults={faults} number={typed?.number ?? named ?? ""} />
      )}
    </PublicFrame>
  )
}
