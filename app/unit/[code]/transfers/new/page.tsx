import type { Metadata } from "next"
import { notFound } from "next/navigation"
import { SignedInFrame } from "@/components/frame/signed-in-frame"
import { ErrorSummary } from "@/components/ui/error-summary"
import { framePerson } from "@/lib/http/frame-person"
import { refusableTitle } from "@/lib/http/refusable-title"
import { shownRefusal } from "@/lib/http/refusal-cookie"
import { requireConsole } from "@/lib/http/require-session"
import { runRead } from "@/lib/http/run-read"
import { transfersPath } from "@/lib/http/transfers-path"
import { typedFields } from "@/lib/http/typed-fields"
import { memberFaults } from "@/lib/i18n/member-faults"
import { currentLocale, words, wordsIn } from "@/lib/i18n/words"
import { getTransferForm } from "@/lib/transfers/get-transfer-form"
import { TransferForm } from "./transfer-form"

type Props = {
  params: Promise<{ code: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  return refusableTitle((await words()).transfers.form.title, searchParams)
}

/** The form by which a unit sends its user to another one. */
export default async function NewTransferPage({ params, searchParams }: Props) {
  const { code } = await params
  const query = await searchParams
  const membershipId = typeof query.user === "string" ? query.user.slice(0, 36) : ""
  const path = transfersPath(code)
  const session = await requireConsole(`${path}/new?${new URLSearchParams({ user: membershipId })}`)
  const locale = await currentLocale()
  const w = wordsIn(locale)
  const [found, refusal, typed] = await Promise.all([
    runRead(getTransferForm, { unitCode: code, membershipId }),
    shownRefusal(query.refused),
    typedFields(`transfer ${membershipId}`),
  ])
  if (!found.ok) notFound()
  const { unit, user } = found.value
  const faults = refusal ? memberFaults(refusal, locale) : []
  return (
    <SignedInFrame person={framePerson(session, locale)} place="elsewhere">
      <div className="max-w-reading">
        <p className="mb-2 text-sm">
          <a href={path}>{w.transfers.title}</a>
        </p>
        {faults.length > 0 ? <ErrorSummary title={w.ui.errorSummaryTitle} faults={faults} /> : null}
        <h1>{w.transfers.form.title}</h1>
        <p className="mt-1 text-lg font-semibold" lang="th">
          {user.name}
        </p>
        <p className="mb-6">{w.transfers.form.lead}</p>
        <TransferForm
          w={w}
          locale={locale}
          unitCode={unit.code}
          user={user}
          isLastAdmin={refusal?.code === "members.last-admin"}
          faults={faults}
          typed={typed ?? {}}
        />
      </div>
    </SignedInFrame>
  )
}
