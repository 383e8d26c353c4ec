import { versionFacts } from "@/components/manuals/version-facts"
import { Icon } from "@/components/ui/icon"
import { digits } from "@/lib/i18n/digits"
import type { Locale } from "@/lib/i18n/locale"
import type { Dictionary } from "@/lib/i18n/words"
import { manualPath } from "@/lib/manuals/rules"
import type { ManualView } from "@/lib/manuals/view"

type ManualRowProps = { manual: ManualView; w: Dictionary; locale: Locale }

/** One manual: what it is for, its newest version, and the ways to it. */
export function ManualRow({ manual, w, locale }: ManualRowProps) {
  const m = w.manuals
  const title = manual.title[locale]
  const path = manualPath(manual.slug)
  const facts = versionFacts(manual.current, w, locale)
  return (
    <li className="gap-8 border-b border-line py-5 md:grid md:grid-cols-[minmax(0,1fr)_auto] md:items-start">
      <div className="max-w-reading">
        <h2 className="text-lg">
          <a href={path}>{title}</a>
        </h2>
        <p>{manual.summary[locale]}</p>
        <p className="mt-1 text-sm text-ink-2">
          <b className="nowrap">{m.version(digits(manual.current.version, locale))}</b>{" "}
          {m.facts(facts.date, facts.size, facts.pages)}
        </p>
        <p className="mt-1">
          <a href={path} aria-label={m.moreNamed(title)} className="inline-block py-1 text-sm">
            {m.more}
          </a>
        </p>
      </div>
      <p className="mt-3 flex gap-3 md:mt-0">
        <a className="btn grow" href={`${path}/file`} aria-label={m.readNamed(title)}>
          <Icon name="book" size={18} />
          {m.read}
        </a>
        <a className="btn grow" href={`${path}/file?download=1`} aria-label={m.downloadNamed(title)}>
          <Icon name="download" size={18} />
          {m.download}
        </a>
      </p>
    </li>
  )
}
