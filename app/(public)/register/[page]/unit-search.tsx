import { Button } from "@/components/ui/button"
import { SelectField } from "@/components/ui/select-field"
import { TextField } from "@/components/ui/text-field"
import { nameIn, placeIn } from "@/components/units/unit-names"
import { runRead } from "@/lib/http/run-read"
import { formatCount } from "@/lib/i18n/digits"
import { searchUnits } from "@/lib/units/search-units"
import type { Shown } from "./shown"

/** The unit is found among the real ones; each hit is a link, so it needs no script. */
export async function UnitSearch({ w, locale, mine, query }: Shown) {
  const u = w.registration.unit
  const search = await runRead(searchUnits, query)
  const found = search.ok ? search.value : undefined
  const hits = found?.hits
  return (
    <>
      <h1 className="mb-4">{u.title}</h1>
      <search>
        <form method="get" action="/register/unit" className="grid gap-4 sm:grid-cols-2">
          <TextField
            name="q"
            type="search"
            label={u.query}
            hint={u.queryHint}
            defaultValue={found?.filters.q ?? ""}
            error={search.ok ? undefined : w.units.lookup.tooLong}
            spellCheck={false}
          />
          <SelectField
            name="province"
            label={u.province}
            empty={u.anyProvince}
            options={(found?.provinces ?? []).map((place) => ({
              value: place.code,
              label: nameIn(locale, place),
            }))}
            defaultValue={found?.filters.province}
          />
          <div className="sm:col-span-2">
            <Button kind="main">{u.find}</Button>
          </div>
        </form>
      </search>
      {hits ? (
        <section aria-live="polite" className="mt-6">
          {hits.total === 0 ? <p>{u.none}</p> : null}
          {hits.total > 0 ? (
            <p className="font-semibold">
              {hits.isGuess ? u.guess : u.found(formatCount(hits.total, locale))}
            </p>
          ) : null}
          <ul className="mt-2 border-t border-line">
            {hits.units.map((unit) => (
              <li key={unit.code} className="border-b border-line py-2.5">
                <a href={`/register/unit?unit=${unit.code}`} className="font-semibold">
                  {nameIn(locale, unit)}
                </a>
                <span className="block text-sm text-ink-2">{`${placeIn(locale, unit)} · ${unit.code}`}</span>
              </li>
            ))}
          </ul>
          {hits.total > hits.units.length ? <p className="mt-2 text-sm">{u.more}</p> : null}
        </section>
      ) : null}
      <p className="mt-6">
        <a href="/register/unit?unit=00">{u.department}</a>
      </p>
      <p className="mt-3">
        <a href={mine.unit ? "/register/unit" : "/register/person"}>{w.registration.back}</a>
      </p>
    </>
  )
}
