import { formatCount } from "@/lib/i18n/digits"
import type { Locale } from "@/lib/i18n/locale"
import type { Dictionary } from "@/lib/i18n/words"
import { LauncherRow, type LauncherSystem } from "./launcher-row"

/** Systems of one kind. */
export type LauncherGroup = { key: string; name: string; systems: readonly LauncherSystem[] }

/** Systems that a person may open in the name of one unit. */
export type LauncherUnit = { id: string; name: string; groups: readonly LauncherGroup[] }

type LauncherProps = { w: Dictionary; locale: Locale; units: readonly LauncherUnit[] }

/** The systems as rows under the name of their kind; units are named apart only when there are several. */
export function Launcher({ w, locale, units }: LauncherProps) {
  const isSingle = units.length === 1
  return (
    <div className="space-y-8">
      {units.map((unit) => (
        <section key={unit.id} aria-label={unit.name}>
          {isSingle ? null : (
            <h2 className="mb-1">
              <span className="font-normal text-ink-2">{w.systems.launcher.inNameOf}</span> {unit.name}
            </h2>
          )}
          {unit.groups.map((group) => (
            <GroupOfSystems
              key={group.key}
              w={w}
              locale={locale}
              group={group}
              level={isSingle ? "h2" : "h3"}
            />
          ))}
        </section>
      ))}
    </div>
  )
}

type GroupProps = { w: Dictionary; locale: Locale; group: LauncherGroup; level: "h2" | "h3" }

function GroupOfSystems({ w, locale, group, level: Heading }: GroupProps) {
  return (
    <section className="mt-6">
      <Heading className="group-name">
        {group.name}
        <span className="nowrap font-normal text-ink-2">
          {w.systems.launcher.count(formatCount(group.systems.length, locale))}
        </span>
      </Heading>
      <ul>
        {group.systems.map((system) => (
          <LauncherRow key={system.code} w={w} system={system} />
        ))}
      </ul>
    </section>
  )
}
