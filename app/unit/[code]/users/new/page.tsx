import type { Metadata } from "next"
import { notFound } from "next/navigation"
import { SignedInFrame } from "@/components/frame/signed-in-frame"
import { ErrorSummary } from "@/components/ui/error-summary"
import { nameIn } from "@/components/units/unit-names"
import { framePerson } from "@/lib/http/frame-person"
import { refusableTitle } from "@/lib/http/refusable-title"
import { shownRefusal } from "@/lib/http/refusal-cookie"
import { requireConsole } from "@/lib/http/require-session"
import { runRead } from "@/lib/http/run-read"
import { typedFields } from "@/lib/http/typed-fields"
import { usersPath } from "@/lib/http/users-path"
import { memberFaults } from "@/lib/i18n/member-faults"
import { currentLocale, words, wordsIn } from "@/lib/i18n/words"
import { getOfferForm } from "@/lib/members/get-offer-form"
import { OfferForm } from "./offer-form"

type Props = {
  params: Promise<{ code: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  return refusableTitle((await words()).members.form.title, searchParams)
}

/** The form by which a unit makes somebody its user. */
export default async function NewUserPage({ params, searchParams }: Props) {
  const { code } = await params
  const list = usersPath(code)
  const session = await requireConsole(`${list}/new`)
  const locale = await currentLocale()
  const w = wordsIn(locale)
  const query = await searchParams
  const [unit, refusal, typed] = await Promise.all([
    runRead(getOfferForm, { unitCode: code }),
    shownRefusal(query.refused),
    typedFields(`offer ${code}`),
  ])
  if (!unit.ok) notFound()
  const faults = refusal ? memberFaults(refusal, locale) : []
  return (
    <SignedInFrame person={framePerson(session, locale)} place="elsewhere">
      <div className="max-w-reading">
        <p className="mb-2 text-sm">
          <a href={list}>{w.members.back(nameIn(locale, unit.value))}</a>
        </p>
        {faults.length > 0 ? <ErrorSummary title={w.ui.errorSummaryTitle} faults={faults} /> : null}
        <h1>{w.members.form.title}</h1>
        <p className="mt-1 mb-6">{w.members.form.lead}</p>
        <OfferForm w={w} locale={locale} unit={unit.value} faults={faults} typed={typed ?? {}} />
      </div>
    </SignedInFrame>
  )
}
