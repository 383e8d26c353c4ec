import type { Metadata } from "next"
import { notFound } from "next/navigation"
import { SignedInFrame } from "@/components/frame/signed-in-frame"
import { settingFaults } from "@/components/settings/setting-faults"
import { ErrorSummary } from "@/components/ui/error-summary"
import { Notice } from "@/components/ui/notice"
import { mayForAll } from "@/lib/access/may"
import { framePerson } from "@/lib/http/frame-person"
import { shownRefusal } from "@/lib/http/refusal-cookie"
import { requestContext } from "@/lib/http/request-context"
import { requireConsole } from "@/lib/http/require-session"
import { runRead } from "@/lib/http/run-read"
import { typedFields } from "@/lib/http/typed-fields"
import { currentLocale, words, wordsIn } from "@/lib/i18n/words"
import { getSecondFactorStart } from "@/lib/signin/get-second-factor-start"
import { getStrongFactorStart } from "@/lib/signin/get-strong-factor-start"
import { getThaidDuty } from "@/lib/signin/get-thaid-duty"
import { getSupportContactSetting } from "@/lib/support/get-support-contact-setting"
import { ContactSetting } from "./contact-setting"
import { SecondFactorSetting } from "./second-factor-setting"
import { StrongFactorSetting } from "./strong-factor-setting"
import { ThaidDutySetting } from "./thaid-duty-setting"

type Query = { searchParams: Promise<Record<string, string | string[] | undefined>> }

/** What the ids of a form's fields begin with, where its names are another form's as well. */
const prefixes: Readonly<Record<string, string>> = { "thaid-duty": "thaid-", "strong-factor": "strong-" }

export async function generateMetadata({ searchParams }: Query): Promise<Metadata> {
  const w = await words()
  const refusal = await shownRefusal((await searchParams).refused)
  return { title: `${refusal ? w.ui.errorTitlePrefix : ""}${w.settings.title}` }
}

/** What the Department sets for the whole portal. For those without that power there is no such page. */
export default async function SettingsPage({ searchParams }: Query) {
  const session = await requireConsole("/admin/settings")
  const { actor } = await requestContext()
  const query = await searchParams
  const locale = await currentLocale()
  const w = wordsIn(locale)
  const [secondFactor, strongFactor, thaidDuty, contact, refusal] = await Promise.all([
    runRead(getSecondFactorStart, {}),
    runRead(getStrongFactorStart, {}),
    runRead(getThaidDuty, {}),
    runRead(getSupportContactSetting, {}),
    shownRefusal(query.refused),
  ])
  if (!(secondFactor.ok && strongFactor.ok && thaidDuty.ok && contact.ok)) notFound()
  // The form that was refused, or that waited while its sender proved who he is: what was typed comes back into it.
  const tried = typeof query.setting === "string" ? query.setting : ""
  const faults = refusal ? settingFaults(refusal, w, locale, prefixes[tried]) : []
  const shared = { w, locale, mayChange: mayForAll("settings.change")(actor) }
  const about = async (form: string) =>
    tried === form ? { faults, typed: await typedFields(form) } : { faults: [], typed: undefined }
  return (
    <SignedInFrame person={framePerson(session, locale)} place="settings">
      {faults.length > 0 ? <ErrorSummary title={w.ui.errorSummaryTitle} faults={faults} /> : null}
      {typeof query.saved === "string" && !refusal ? (
        <div className="mb-6">
          <Notice tone="done">{w.settings.saved}</Notice>
        </div>
      ) : null}
      <h1>{w.settings.title}</h1>
      <p className="mt-1 mb-6 text-ink-2">{w.settings.lead}</p>
      {shared.mayChange ? null : (
        <div className="mb-6">
          <Notice tone="information">{w.settings.readOnly}</Notice>
        </div>
      )}
      <div className="space-y-12">
        <SecondFactorSetting {...shared} {...(await about("second-factor"))} setting={secondFactor.value} />
        <StrongFactorSetting {...shared} {...(await about("strong-factor"))} setting={strongFactor.value} />
        <ThaidDutySetting {...shared} {...(await about("thaid-duty"))} setting={thaidDuty.value} />
        <section aria-labelledby="holidays" className="border-t-2 border-ink pt-3">
          <h2 id="holidays">{w.settings.holidays.title}</h2>
          <p className="mt-1 mb-2 max-w-reading text-ink-2">{w.settings.holidays.about}</p>
          <a href="/admin/settings/holidays">{w.settings.holidays.open}</a>
        </section>
        <ContactSetting {...shared} {...(await about("contact"))} setting={contact.value} />
      </div>
    </SignedInFrame>
  )
}
