import { Icon, type IconName } from "@/components/ui/icon"
import { digits } from "@/lib/i18n/digits"
import type { Locale } from "@/lib/i18n/locale"
import type { Dictionary } from "@/lib/i18n/words"
import { markId } from "./desk-path"

/** What reading says of a fact. */
export type Reading = {
  verdict: "matches" | "unsure" | "differs"
  found: string | null
  place: { page: number } | null
}

const signs: Record<Reading["verdict"], IconName> = { matches: "done", unsure: "help", differs: "warning" }

type ReadingMarkProps = { w: Dictionary; locale: Locale; name: string; label: string; reading: Reading }

/**
 * What was read of a fact, in the colour of information whatever it says: it is a machine's reading and no proof. Pressing
 * it leads to the place on the page, which its address alone marks.
 */
export function ReadingMark({ w, locale, name, label, reading }: ReadingMarkProps) {
  const { verdict, found, place } = reading
  const words = w.desk.reading
  const chip =
    "inline-flex items-center gap-1.5 rounded-sm border border-sky bg-sky-soft px-2 text-sm text-sky"
  const inside = (
    <>
      <Icon name={signs[verdict]} size={16} />
      {words.verdicts[verdict]}
    </>
  )
  return (
    <p className="mt-1 flex flex-wrap items-baseline gap-x-2 text-sm" data-reading={verdict}>
      {place ? (
        <a className={`${chip} min-h-7`} href={`#${markId(name)}`}>
          {inside}
          <span className="sr-only">{words.place(label, digits(place.page, locale))}</span>
        </a>
      ) : (
        <span className={chip}>{inside}</span>
      )}
      {verdict === "matches" ? null : (
        <span className="break-words text-ink-2">
          {found === null ? words.nothing : words.found}{" "}
          {found === null ? null : <bdi lang="th">{found}</bdi>}
        </span>
      )}
    </p>
  )
}
