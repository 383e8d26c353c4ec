import type { Metadata } from "next"
import { PublicFrame } from "@/components/frame/public-frame"
import { ErrorSummary } from "@/components/ui/error-summary"
import { Phrase } from "@/components/ui/phrase"
import { typedUnitCode } from "@/lib/activation/rules"
import { spendLookupPage } from "@/lib/http/page-allowance"
import { refusableTitle } from "@/lib/http/refusable-title"
import { shownRefusal } from "@/lib/http/refusal-cookie"
import { runRead } from "@/lib/http/run-read"
import { activationFaults } from "@/lib/i18n/activation-faults"
import { currentLocale, words, wordsIn } from "@/lib/i18n/words"
import { searchUnits } from "@/lib/units/search-units"
import { DoorForm } from "./door-form"
import { UnitLookup } from "./unit-lookup"

type Query = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export async function generateMetadata({ searchParams }: Query): Promise<Metadata> {
  return refusableTitle((await words()).activation.title, searchParams)
}

/** A unit's first sign-in: its code and the code of the letter; and where its own code is looked up. */
export default async function ActivatePage({ searchParams }: Query) {
  const query = await searchParams
  const asked = typeof query.q === "string" && query.q.trim() !== ""
  if (asked) await spendLookupPage()
  const locale = await currentLocale()
  const w = wordsIn(locale)
  const a = w.activation
  const refusal = await shownRefusal(query.refused)
  const faults = refusal ? activationFaults(refusal, locale) : []
  // what a QR code or the list below brings along; what was typed into the form never comes back
  const unit = typeof query.unit === "string" ? (typedUnitCode(query.unit.slice(0, 20)) ?? "") : ""
  const found = asked ? await runRead(searchUnits, { q: query.q, page: query.page }) : undefined
  return (
    <PublicFrame>
      {faults.length > 0 ? <ErrorSummary title={w.ui.errorSummaryTitle} faults={faults} /> : null}
      <h1>
        <Phrase text={a.title} />
      </h1>
      <p className="mt-2 mb-6 max-w-reading">{a.lead}</p>
      <div className="grid gap-x-12 gap-y-10 lg:grid-cols-2">
        <DoorForm w={w} unit={unit} faults={faults} />
        <UnitLookup
          w={w}
          locale={locale}
          q={asked ? String(query.q).slice(0, 100) : ""}
          page={found?.ok ? found.value.filters.page : 1}
          hits={found?.ok ? found.value.hits : null}
          error={found && !found.ok ? w.units.lookup.tooLong : undefined}
        />
      </div>
    </PublicFrame>
  )
}
