import { controlPage } from "./control-page"
import { type Answer, type Ask, redirect } from "./exchange"
import { setFaults, setSwitches } from "./sandbox-api"
import type { World } from "./world"

/** The control page, and the forms on it. */
export function control(world: World, ask: Ask): Answer {
  if (ask.method !== "POST") return controlPage(world, ask, null)
  const { act, ...rest } = Object.fromEntries(ask.form)
  const why = changed(world, act, rest)
  return why === null ? redirect(`${ask.path}?${ask.query}`, 303) : controlPage(world, ask, why)
}

function changed(world: World, act: string | undefined, fields: Record<string, string>): string | null {
  if (act === "rotate") {
    world.keys.rotate()
    return null
  }
  if (act === "clear-all") return text(setFaults(world, { clear: true }))
  if (act === "switches") return setSwitches(world, switchFields(fields))
  return text(setFaults(world, fields))
}

const text = (result: unknown) => (typeof result === "string" ? result : null)

/** Fields of a form as a change: `true` and `false` are no words, and no client means all. */
function switchFields(fields: Record<string, string>): Record<string, unknown> {
  const given = Object.entries(fields).filter(([name, value]) => name !== "client" || value !== "")
  return Object.fromEntries(
    given.map(([name, value]) => [name, value === "true" ? true : value === "false" ? false : value]),
  )
}
