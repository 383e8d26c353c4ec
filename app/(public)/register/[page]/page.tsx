import type { Metadata } from "next"
import { notFound, redirect } from "next/navigation"
import { PublicFrame } from "@/components/frame/public-frame"
import { RegisterSteps } from "@/components/registration/register-steps"
import { ErrorSummary } from "@/components/ui/error-summary"
import { readCookie } from "@/lib/http/cookies"
import { refusableTitle } from "@/lib/http/refusable-title"
import { shownRefusal } from "@/lib/http/refusal-cookie"
import { runRead } from "@/lib/http/run-read"
import { registrationFaults } from "@/lib/i18n/registration-faults"
import { currentLocale, words, wordsIn } from "@/lib/i18n/words"
import { getMyRegistration } from "@/lib/registration/get-my-registration"
import { isAllowed } from "@/lib/registration/rules"
import { CheckPage } from "./check-page"
import { CodePage } from "./code-page"
import { DocumentsPage } from "./documents-page"
import { DonePage } from "./done-page"
import { EmailPage } from "./email-page"
import { PersonPage } from "./person-page"
import type { Shown } from "./shown"
import { UnitPage } from "./unit-page"

const pages = {
  person: { Body: PersonPage, step: "person" },
  unit: { Body: UnitPage, step: "unit" },
  email: { Body: EmailPage, step: "email" },
  code: { Body: CodePage, step: "email" },
  documents: { Body: DocumentsPage, step: "documents" },
  check: { Body: CheckPage, step: "check" },
  done: { Body: DonePage, step: undefined },
} as const

type Props = {
  params: Promise<{ page: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

const known = (page: string): keyof typeof pages | undefined =>
  Object.hasOwn(pages, page) ? (page as keyof typeof pages) : undefined

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const r = (await words()).registration
  const page = known((await params).page)
  const own = page === "done" ? r.done.title : page === "code" ? r.code.title : page && r.pages[page]
  return refusableTitle(own ? `${own} · ${r.title}` : r.title, searchParams)
}

/** The pages of step 1 after the first; what each shows is the request of this browser. */
export default async function RegisterFormPage({ params, searchParams }: Props) {
  const page = known((await params).page)
  if (!page) notFound()
  const query = await searchParams
  const mine = await runRead(getMyRegistration, { registration: (await readCookie("registration")) ?? "" })
  if (!mine.ok) redirect(`/register?refused=${mine.refusal.code}`)
  const isOpen = isAllowed("edit", mine.value.state)
  if (!isOpen && page !== "done") redirect("/register/done")
  if (isOpen && page === "done") redirect("/register/check")
  const locale = await currentLocale()
  const w = wordsIn(locale)
  const refusal = await shownRefusal(query.refused)
  const faults = refusal ? registrationFaults(refusal, locale) : []
  const { Body, step } = pages[page]
  const shown: Shown = { w, locale, mine: mine.value, faults, query }
  return (
    <PublicFrame>
      {faults.length > 0 ? <ErrorSummary title={w.ui.errorSummaryTitle} faults={faults} /> : null}
      <RegisterSteps w={w} locale={locale} at={isOpen ? 1 : 2} {...(step ? { page: step } : {})} />
      <div className="max-w-reading">
        <Body {...shown} />
      </div>
    </PublicFrame>
  )
}
