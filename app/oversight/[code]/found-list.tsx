import { Chip } from "@/components/ui/chip"
import { nameIn } from "@/components/units/unit-names"
import { formatDate } from "@/lib/i18n/dates"
import type { Locale } from "@/lib/i18n/locale"
import type { Dictionary } from "@/lib/i18n/words"

type Finding = "no-admin" | "one-admin" | "order-ending" | "admin-unseen"
type Line = {
  code: string
  nameTh: string
  nameEn: string | null
  finding: Finding
  foundAt: Date
  successor: string | null
}
type FoundListProps = {
  w: Dictionary
  locale: Locale
  path: string
  page: { lines: readonly Line[]; nextLines: string | undefined }
}

const shown: readonly Finding[] = ["no-admin", "one-admin", "order-ending", "admin-unseen"]

/** What was found about the units below and is so still, each with the way to its unit. */
export function FoundList({ w, locale, path, page }: FoundListProps) {
  const f = w.oversight.found
  return (
    <section aria-labelledby="found" className="my-6">
      <h2 id="found">{f.title}</h2>
      <p className="mb-2 max-w-reading text-sm text-ink-2">{f.lead}</p>
      <nav aria-label={f.filter} className="screen-only mb-3 flex flex-wrap gap-x-4 gap-y-1 text-sm">
        <a href={`${path}#found`}>{f.all}</a>
        {shown.map((finding) => (
          <a key={finding} href={`${path}?finding=${finding}#found`}>
            {w.oversight.findings[finding]}
          </a>
        ))}
      </nav>
      {page.lines.length === 0 ? <p>{f.none}</p> : null}
      <ul className="border-t border-line">
        {byUnit(page.lines).map(([first, ...more]) => (
          <li key={first.code} className="border-b border-line py-2">
            <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
              <a href={`/unit/${first.code}/succession`} className="font-semibold">
                {nameIn(locale, first)}
              </a>
              {[first, ...more].map(({ finding }) => (
                <Chip key={finding} tone={finding === "no-admin" ? "refused" : "needs-you"}>
                  {w.oversight.findings[finding]}
                </Chip>
              ))}
            </p>
            <p className="text-sm text-ink-2">
              {f.since(formatDate(first.foundAt, locale))}
              {first.successor ? ` · ${f.successor(first.successor)}` : ""}
            </p>
          </li>
        ))}
      </ul>
      {page.nextLines ? (
        <p className="mt-3">
          <a href={`${path}?from=${encodeURIComponent(page.nextLines)}#found`}>{w.oversight.table.next}</a>
        </p>
      ) : null}
    </section>
  )
}

/** The lines of each unit together; they come in order of units. */
function byUnit(lines: readonly Line[]): [Line, ...Line[]][] {
  const units: [Line, ...Line[]][] = []
  for (const line of lines) {
    const last = units.at(-1)
    if (last?.[0].code === line.code) last.push(line)
    else units.push([line])
  }
  return units
}
