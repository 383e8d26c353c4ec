import type { Metadata } from "next"
import { notFound, permanentRedirect } from "next/navigation"
import { SignedInFrame } from "@/components/frame/signed-in-frame"
import { ProfileFacts } from "@/components/profiles/profile-facts"
import { DescriptionList } from "@/components/ui/description-list"
import { ErrorSummary } from "@/components/ui/error-summary"
import { Notice } from "@/components/ui/notice"
import { framePerson } from "@/lib/http/frame-person"
import { profilePath } from "@/lib/http/profile-path"
import { refusableTitle } from "@/lib/http/refusable-title"
import { shownRefusal } from "@/lib/http/refusal-cookie"
import { requireConsole } from "@/lib/http/require-session"
import { runRead } from "@/lib/http/run-read"
import { typedFields } from "@/lib/http/typed-fields"
import { formatDate } from "@/lib/i18n/dates"
import { profileFaults } from "@/lib/i18n/profile-faults"
import { currentLocale, words, wordsIn } from "@/lib/i18n/words"
import { getProfile } from "@/lib/profiles/get-profile"
import { ConfirmForm } from "./confirm-form"
import { PlaceMap } from "./place-map"
import { ProfileForm } from "./profile-form"
import { ProfileHistory } from "./profile-history"
import { WaysOn } from "./ways-on"

type Props = {
  params: Promise<{ code: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  return refusableTitle((await words()).profiles.title, searchParams)
}

/** What a unit says of itself, how old that is, and how it came to be so. */
export default async function ProfilePage({ params, searchParams }: Props) {
  const { code } = await params
  const session = await requireConsole(profilePath(code))
  const query = await searchParams
  const [answer, refusal, typed, locale] = await Promise.all([
    runRead(getProfile, { unitCode: code }),
    shownRefusal(query.refused),
    typedFields(`profile ${code}`),
    currentLocale(),
  ])
  if (!answer.ok) notFound()
  if (answer.value.unit.code !== code) permanentRedirect(profilePath(answer.value.unit.code))
  const w = wordsIn(locale)
  const p = w.profiles
  const shown = answer.value
  const { unit, profile, checkedAt } = shown
  const faults = refusal ? profileFaults(refusal, locale) : []
  const said = Object.entries(p.done).find(([name]) => name === query.done)?.[1]
  return (
    <SignedInFrame person={framePerson(session, locale)} place="elsewhere">
      <div className="max-w-reading space-y-6">
        {faults.length > 0 ? <ErrorSummary title={w.ui.errorSummaryTitle} faults={faults} /> : null}
        {said && !refusal ? <Notice tone="done">{said}</Notice> : null}
        <div>
          <h1>{p.title}</h1>
          <p className="mt-2">{p.lead}</p>
          <WaysOn w={w} unit={unit} roles={session.roles} />
        </div>
        <DescriptionList
          facts={[
            { name: p.official.nameTh, value: <span lang="th">{unit.nameTh}</span> },
            { name: p.official.nameEn, value: unit.nameEn ?? "–" },
            { name: p.official.code, value: unit.code },
            { name: p.official.kind, value: w.units.kinds[unit.kind] },
          ]}
        />
        <p>
          {checkedAt ? p.checked(formatDate(checkedAt, locale)) : p.nothing}
          {shown.isOld ? ` · ${p.old}` : ""}
        </p>
        {shown.canEdit && checkedAt ? (
          <ConfirmForm w={w} unitCode={unit.code} version={shown.version} />
        ) : null}
        {shown.canEdit ? (
          <ProfileForm
            w={w}
            locale={locale}
            unitCode={unit.code}
            version={shown.version}
            profile={profile}
            faults={faults}
            typed={refusal ? typed : undefined}
          />
        ) : (
          <>
            <Notice tone="information">{p.readOnly}</Notice>
            <ProfileFacts w={w} locale={locale} profile={profile} />
          </>
        )}
        <PlaceMap w={w} place={profile} around={shown.around} />
        <ProfileHistory w={w} locale={locale} history={shown.history} />
      </div>
    </SignedInFrame>
  )
}
