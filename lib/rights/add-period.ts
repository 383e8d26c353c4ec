import "server-only"
import { insertPeriods, lockSystem, markSystem } from "@/db/queries/rights-catalogue"
import type { Transaction } from "@/db/types"
import { mayForAll } from "@/lib/access/may"
import { command } from "@/lib/kernel/command"
import { done, refused } from "@/lib/kernel/outcome"
import { type OpeningPeriod, quarterPeriods } from "@/lib/systems/rules"
import { addPeriodInput, addQuartersInput } from "./catalogue-schema"

/** Adds an opening period to a system. */
export const addPeriod = command({
  name: "rights.add-period",
  input: addPeriodInput,
  allow: mayForAll("systems.manage"),
  freshness: "run",
  run: ({ tx, now, input: { code, version, ...period } }) =>
    add(tx, { code, version, periods: [period], now }),
})

/** Adds the periods of the quarterly report of a fiscal year; those that are there stay as they are. */
export const addQuarters = command({
  name: "rights.add-quarters",
  input: addQuartersInput,
  allow: mayForAll("systems.manage"),
  freshness: "run",
  run: ({ tx, now, input: { code, version, year } }) =>
    add(tx, { code, version, periods: quarterPeriods(year), now }),
})

type Added = {
  readonly code: string
  readonly version: number
  readonly periods: readonly OpeningPeriod[]
  readonly now: Date
}

async function add(tx: Transaction, { code, version, periods, now }: Added) {
  const system = await lockSystem(tx, code)
  if (!system) return refused("not-found")
  if (system.version !== version) return refused("rights.system-stale")
  const rows = periods.map((period) => ({ ...period, systemCode: code, createdAt: now }))
  const added = await insertPeriods(tx, rows)
  if (added === 0) return refused("rights.period-there")
  await markSystem(tx, code, {})
  return done({ added }, { detail: { system: code, added } })
}
