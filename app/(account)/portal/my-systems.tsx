import { Launcher, type LauncherGroup, type LauncherUnit } from "@/components/systems/launcher"
import { LauncherSearch } from "@/components/systems/launcher-search"
import { LinkButton } from "@/components/ui/button"
import { runRead } from "@/lib/http/run-read"
import type { Locale } from "@/lib/i18n/locale"
import type { Dictionary } from "@/lib/i18n/words"
import type { LiveSession } from "@/lib/sessions/live-session"
import { getLauncher, type HeldRole } from "@/lib/systems/get-launcher"
import { launcherSystem } from "./launcher-system"
import { WhoCanGrant } from "./who-can-grant"

type MySystemsProps = {
  session: LiveSession
  w: Dictionary
  locale: Locale
  query: string
}

/** More systems than this and a search stands on top. */
const searchFrom = 8

/** The person's systems by unit and kind, or who can help where there are none. */
export async function MySystems({ session, w, locale, query }: MySystemsProps) {
  const l = w.systems.launcher
  const result = await runRead(getLauncher, { q: query })
  if (!result.ok || result.value.isEmpty)
    return (
      <>
        <WhoCanGrant session={session} w={w} locale={locale} />
        <AskForRights w={w} />
      </>
    )
  const { held, total } = result.value
  const chosen = session.seats.find(({ membershipId }) => membershipId === session.chosenMembershipId)
  const seats = chosen ? [chosen] : session.seats
  const units = seats.map((seat): LauncherUnit => {
    const name = locale === "en" && seat.unitNameEn ? seat.unitNameEn : seat.unitName
    const mine = held.filter((role) => role.unitId === seat.unitId)
    return { id: seat.unitId, name, groups: groupsOf(mine, w, locale) }
  })
  const shown = units.filter((unit) => unit.groups.length > 0)
  return (
    <>
      <div className="flex flex-col gap-4 sm:flex-row sm:items-end sm:justify-between">
        <div>
          <h1>{l.title}</h1>
          {seats.length === 1 ? (
            <p className="mt-1 text-ink-2">{`${l.inNameOf} ${units[0]?.name ?? ""}`}</p>
          ) : null}
          {session.seats.length > 1 ? <a href="/portal/choose">{w.sessions.choose.change}</a> : null}
        </div>
        {total > searchFrom || query ? <LauncherSearch w={w} query={query} /> : null}
      </div>
      {shown.length > 0 ? (
        <>
          <Launcher w={w} locale={locale} units={shown} />
          <p className="mt-6 text-sm text-ink-2">{l.notConnectedNote}</p>
          <AskForRights w={w} />
        </>
      ) : (
        <p className="mt-8">
          {l.nothingFound(query)} <a href="/portal">{l.showAll}</a>
        </p>
      )}
    </>
  )
}

/** The way to rights that one does not have yet. */
function AskForRights({ w }: { w: Dictionary }) {
  return (
    <p className="mt-4 flex flex-wrap items-center gap-3">
      <LinkButton href="/portal/rights">{w.rights.mine.link}</LinkButton>
      <span className="text-sm text-ink-2">{w.rights.mine.linkAbout}</span>
    </p>
  )
}

function groupsOf(held: readonly HeldRole[], w: Dictionary, locale: Locale): LauncherGroup[] {
  const groups = new Map<HeldRole["category"], Map<string, HeldRole[]>>()
  for (const role of held) {
    const systems = groups.get(role.category) ?? new Map<string, HeldRole[]>()
    systems.set(role.systemCode, [...(systems.get(role.systemCode) ?? []), role])
    groups.set(role.category, systems)
  }
  return [...groups].map(([category, systems]) => ({
    key: category,
    name: w.systems.categories[category],
    systems: [...systems.values()].flatMap((roles) => launcherSystem(roles, w, locale)),
  }))
}
