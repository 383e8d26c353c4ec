import { rightName } from "@/components/rights/right-name"
import { Notice } from "@/components/ui/notice"
import type { Locale } from "@/lib/i18n/locale"
import type { Dictionary } from "@/lib/i18n/words"
import type { RightsGrid } from "@/lib/rights/get-rights-grid"

type RoleMeaningsProps = { w: Dictionary; locale: Locale; systems: RightsGrid["chosen"]["systems"] }

/** What each role of the systems chosen lets its holder do, and why a system can't be granted here. */
export function RoleMeanings({ w, locale, systems }: RoleMeaningsProps) {
  const r = w.rights
  return (
    <div className="mb-6 max-w-reading space-y-4">
      {systems.map((system) => (
        <section key={system.code} aria-label={rightName(locale, system)}>
          <h2 className="text-base">{rightName(locale, system)}</h2>
          {system.bar ? (
            <div className="my-2">
              <Notice tone="needs-you">{r.bars[system.bar]}</Notice>
            </div>
          ) : null}
          <details>
            <summary className="cursor-pointer py-1 text-sm">{r.rolesTitle}</summary>
            <dl className="text-sm">
              {system.roles.map((role) => (
                <div key={role.id} className="py-1">
                  <dt className="font-semibold">{rightName(locale, role)}</dt>
                  <dd className="text-ink-2">{locale === "th" ? role.aboutTh : role.aboutEn}</dd>
                </div>
              ))}
            </dl>
            {system.roles.some(({ certifies }) => certifies) && !system.allowsConflicts ? (
              <p className="text-sm">{r.certifies}</p>
            ) : null}
          </details>
        </section>
      ))}
    </div>
  )
}
