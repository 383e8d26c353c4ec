import { digits } from "@/lib/i18n/digits"
import type { Locale } from "@/lib/i18n/locale"
import type { Dictionary } from "@/lib/i18n/words"
import type { DotMap, Standing } from "@/lib/oversight/rules"

type DotMapFigureProps = { w: Dictionary; locale: Locale; map: DotMap }

const standings: readonly Standing[] = ["more", "one", "none"]
const strokes: Record<Standing, string> = {
  none: "stroke-lotus",
  one: "stroke-marigold",
  more: "stroke-jade",
}
/** The worse, the larger: told apart without colour as well. */
const widths: Record<Standing, number> = { none: 6, one: 5, more: 4 }

/** Where units lie and how they stand; the figures stand in the table beneath. */
export function DotMapFigure({ w, locale, map }: DotMapFigureProps) {
  const m = w.oversight.map
  const count = (standing: Standing) => digits(String(map.paths[standing].split("M").length - 1), locale)
  const counts = { none: count("none"), one: count("one"), more: count("more") }
  return (
    <figure className="my-4">
      <svg
        viewBox={`0 0 ${map.width} ${map.height}`}
        role="img"
        aria-label={m.alt(counts)}
        className="max-h-120 w-full max-w-reading rounded-md border border-line bg-sheet"
      >
        {standings.map((standing) => (
          <path
            key={standing}
            d={map.paths[standing]}
            className={strokes[standing]}
            strokeWidth={widths[standing]}
            strokeLinecap="round"
            fill="none"
          />
        ))}
      </svg>
      <figcaption className="mt-2 text-sm text-ink-2">
        <ul className="flex flex-wrap gap-x-4 gap-y-1">
          {standings.map((standing) => (
            <li key={standing} className="flex items-center gap-2">
              <svg width="14" height="14" aria-hidden="true">
                <path
                  d="M7 7h0"
                  className={strokes[standing]}
                  strokeWidth={widths[standing] + 3}
                  strokeLinecap="round"
                />
              </svg>
              {`${m[standing]} (${counts[standing]})`}
            </li>
          ))}
        </ul>
        {m.about}
      </figcaption>
    </figure>
  )
}
