import type { Metadata } from "next"
import { notFound, permanentRedirect } from "next/navigation"
import { SignedInFrame } from "@/components/frame/signed-in-frame"
import { DescriptionList } from "@/components/ui/description-list"
import { ErrorSummary } from "@/components/ui/error-summary"
import { Notice } from "@/components/ui/notice"
import { framePerson } from "@/lib/http/frame-person"
import { refusableTitle } from "@/lib/http/refusable-title"
import { shownRefusal } from "@/lib/http/refusal-cookie"
import { requireConsole } from "@/lib/http/require-session"
import { runRead } from "@/lib/http/run-read"
import { unitChangeFields, wishOf } from "@/lib/http/unit-change-fields"
import { unitChangePath } from "@/lib/http/unit-change-path"
import { restructuringFaults } from "@/lib/i18n/restructuring-faults"
import { currentLocale, words, wordsIn } from "@/lib/i18n/words"
import { checkChange } from "@/lib/restructuring/check-change"
import { getChange } from "@/lib/restructuring/get-change"
import { ChangeForms } from "./change-forms"
import { ChangeHistory } from "./change-history"
import { CheckedChange } from "./checked-change"

type Query = Record<string, string | string[] | undefined>
type Props = { params: Promise<{ code: string }>; searchParams: Promise<Query> }

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  return refusableTitle((await words()).restructuring.title, searchParams)
}

/** What is to become of a unit: the forms, or, once they are filled in, what would happen. */
export default async function UnitChangePage({ params, searchParams }: Props) {
  const { code } = await params
  const session = await requireConsole(unitChangePath(code))
  const query = await searchParams
  const [answer, refusal, locale] = await Promise.all([
    runRead(getChange, { unitCode: code }),
    shownRefusal(query.refused),
    currentLocale(),
  ])
  if (!answer.ok) notFound()
  const { unit, changes } = answer.value
  if (unit.code !== code) permanentRedirect(unitChangePath(unit.code))
  const w = wordsIn(locale)
  const r = w.restructuring
  const typed = typedIn(query)
  const checked = typed.act ? await runRead(checkChange, wishOf(code, typed)) : undefined
  const said = Object.entries(r.done).find(([name]) => name === query.done)?.[1]
  const no = refusal ?? (checked && !checked.ok ? checked.refusal : undefined)
  const faults = no ? restructuringFaults(no, locale) : []
  const at = { w, locale, typed, faults }
  return (
    <SignedInFrame person={framePerson(session, locale)} place="elsewhere">
      <div className="max-w-reading space-y-6">
        {faults.length > 0 ? <ErrorSummary title={w.ui.errorSummaryTitle} faults={faults} /> : null}
        {said && !no ? <Notice tone="done">{said}</Notice> : null}
        <h1>{checked?.ok ? r.checked.title : r.title}</h1>
        {checked?.ok ? (
          <CheckedChange {...at} checked={checked.value} />
        ) : (
          <>
            <p>{r.lead}</p>
            <DescriptionList
              facts={[
                { name: r.now.code, value: unit.code },
                { name: r.now.kind, value: w.units.kinds[unit.kind] },
                { name: r.now.nameTh, value: <span lang="th">{unit.nameTh}</span> },
                { name: r.now.nameEn, value: unit.nameEn ?? "–" },
              ]}
            />
            <ChangeForms {...at} unit={unit} />
            <ChangeHistory w={w} locale={locale} unitCode={unit.code} changes={changes} />
          </>
        )}
      </div>
    </SignedInFrame>
  )
}

/** The fields of a wish out of the address; what is sent twice counts as not sent. */
function typedIn(query: Query): Readonly<Record<string, string>> {
  return Object.fromEntries(
    unitChangeFields.map((name) => {
      const value = query[name]
      return [name, typeof value === "string" ? value : ""]
    }),
  )
}
