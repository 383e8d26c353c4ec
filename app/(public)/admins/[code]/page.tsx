import type { Metadata } from "next"
import { notFound, permanentRedirect } from "next/navigation"
import { ReaderFrame } from "@/components/frame/reader-frame"
import { profileAge } from "@/components/profiles/profile-age"
import { ProfileFacts } from "@/components/profiles/profile-facts"
import { DescriptionList } from "@/components/ui/description-list"
import { Phrase } from "@/components/ui/phrase"
import { adminLines } from "@/components/units/admin-lines"
import { AdminList } from "@/components/units/admin-list"
import { nameIn, placeIn } from "@/components/units/unit-names"
import { spendLookupPage } from "@/lib/http/page-allowance"
import { runRead } from "@/lib/http/run-read"
import { formatDateTime } from "@/lib/i18n/dates"
import { currentLocale, wordsIn } from "@/lib/i18n/words"
import { getUnit } from "@/lib/units/get-unit"
import { OfficesAbove } from "./offices-above"

type Query = { params: Promise<{ code: string }> }

/** The code as it was typed: Next leaves Thai digits of an address percent-encoded. Never throws. */
async function typedCode(params: Query["params"]): Promise<string> {
  return new URLSearchParams(`code=${(await params).code}`).get("code") ?? ""
}

export async function generateMetadata({ params }: Query): Promise<Metadata> {
  const answer = await runRead(getUnit, { code: await typedCode(params) })
  const title = answer.ok ? nameIn(await currentLocale(), answer.value.unit) : undefined
  return { ...(title && { title }), robots: { index: false } }
}

/** One unit's SSO Admins, and who helps where there is none. */
export default async function UnitPage({ params }: Query) {
  await spendLookupPage()
  const code = await typedCode(params)
  const answer = await runRead(getUnit, { code })
  if (!answer.ok) notFound()
  const { unit, offices, asOf } = answer.value
  if (unit.code !== code) permanentRedirect(`/admins/${unit.code}`)
  const locale = await currentLocale()
  const w = wordsIn(locale)
  const u = w.units.unit
  return (
    <ReaderFrame>
      <p className="screen-only">
        <a href={unit.code.length === 2 || !unit.districtTh ? "/admins" : `/admins?q=${unit.code}`}>
          {u.back}
        </a>
      </p>
      <h1 className="mt-3 mb-4">{nameIn(locale, unit)}</h1>
      <DescriptionList
        facts={[
          { name: u.code, value: unit.code },
          { name: u.kind, value: w.units.kinds[unit.kind] },
          ...(unit.provinceTh ? [{ name: w.units.lookup.place, value: placeIn(locale, unit) }] : []),
        ]}
      />
      <section aria-labelledby="admins" className="mt-8">
        <h2 id="admins" className="mb-3">
          {u.adminsTitle}
        </h2>
        <AdminList admins={adminLines(unit.admins, w, locale)} nobody={w.units.lookup.nobody} />
        {unit.admins.length > 0 ? null : (
          <p className="mt-3 max-w-reading">
            <Phrase text={u.nobodyBody} /> <a href={`/activate?unit=${unit.code}`}>{w.activation.title}</a>
          </p>
        )}
      </section>
      <section aria-labelledby="contact" className="mt-8">
        <h2 id="contact" className="mb-3">
          {w.profiles.lookup.title}
        </h2>
        {unit.profile ? (
          <>
            <ProfileFacts w={w} locale={locale} profile={unit.profile} />
            <p className="mt-2 text-sm text-ink-2">{profileAge(unit.profile.checkedAt, asOf, w, locale)}</p>
          </>
        ) : (
          <p className="text-ink-2">{w.profiles.lookup.none}</p>
        )}
      </section>
      {offices.length > 0 ? <OfficesAbove w={w} locale={locale} offices={offices} /> : null}
      <p className="mt-8 text-sm text-ink-2">{w.units.lookup.asOf(formatDateTime(asOf, locale))}</p>
    </ReaderFrame>
  )
}
