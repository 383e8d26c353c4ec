import { LinkButton } from "@/components/ui/button"
import { Chip } from "@/components/ui/chip"
import { Phrase } from "@/components/ui/phrase"
import type { Dictionary } from "@/lib/i18n/words"

/** A role held in a system; `until` is a date ready to read. */
export type LauncherRole = {
  key: string
  name: string
  until?: string | undefined
  /** When it can be used, where that is not always; `isShut` when not today. */
  opening?: { text: string; isShut: boolean } | undefined
}

/** What one row shows. `href` is there only when the system can really be opened. */
export type LauncherSystem = {
  code: string
  name: string
  purpose: string
  roles: readonly LauncherRole[]
  state: "open" | "closed" | "not-connected"
  lastOpened?: string | undefined
  href?: string | undefined
  /** Why the unit may not use it any more. */
  bar?: string | undefined
  announcement?: string | undefined
}

/** One system: name, what it is for, the roles held there, its state or last use, and the way in if there is one. */
export function LauncherRow({ w, system }: { w: Dictionary; system: LauncherSystem }) {
  const isUsable = system.bar === undefined && system.roles.some((role) => !role.opening?.isShut)
  const canOpen = system.state === "open" && system.href !== undefined && isUsable
  return (
    <li className="grid grid-cols-[1fr_auto] items-center gap-x-4 gap-y-1 border-b border-line py-4 lg:grid-cols-[minmax(0,1fr)_170px_170px_128px] lg:gap-x-5 lg:py-3.5">
      <div className="col-span-2 lg:col-span-1">
        <p className="font-semibold">
          {canOpen ? (
            <a href={system.href} className="no-underline hover:underline">
              <Phrase text={system.name} />
            </a>
          ) : (
            <Phrase text={system.name} />
          )}
        </p>
        <p className="text-sm text-ink-2">
          <Phrase text={system.purpose} />
        </p>
        {system.announcement ? (
          <p className="mt-1 text-sm">
            <b>{w.systems.launcher.announcement}</b> <Phrase text={system.announcement} />
          </p>
        ) : null}
        {system.bar ? <p className="mt-1 text-sm">{system.bar}</p> : null}
      </div>
      <Roles w={w} roles={system.roles} />
      <div className="text-right text-sm text-ink-2 lg:text-left">
        <State w={w} system={system} />
      </div>
      {canOpen ? (
        <div className="col-span-2 mt-2 lg:col-span-1 lg:mt-0">
          <LinkButton href={system.href ?? ""} kind="main" wide>
            {w.systems.launcher.open}
          </LinkButton>
        </div>
      ) : null}
    </li>
  )
}

function Roles({ w, roles }: { w: Dictionary; roles: readonly LauncherRole[] }) {
  return (
    <ul className="max-lg:text-sm">
      {roles.map((role) => (
        <li key={role.key} className="leading-snug">
          {role.name}
          {role.until ? (
            <span className="block text-sm text-ink-2">{w.systems.launcher.until(role.until)}</span>
          ) : null}
          {role.opening ? <span className="block text-sm text-ink-2">{role.opening.text}</span> : null}
        </li>
      ))}
    </ul>
  )
}

function State({ w, system }: { w: Dictionary; system: LauncherSystem }) {
  if (system.bar) return <Chip tone="refused">{w.systems.launcher.notForUnit}</Chip>
  if (system.state === "closed") return <Chip tone="needs-you">{w.systems.launcher.closed}</Chip>
  if (system.state === "not-connected") return <Chip tone="plain">{w.systems.launcher.notConnected}</Chip>
  return system.lastOpened ? w.systems.launcher.lastOpened(system.lastOpened) : null
}
