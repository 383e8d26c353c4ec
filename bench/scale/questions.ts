import type { z } from "zod"
import { findUnitWithOffices, searchUnits, type UnitMatch } from "@/db/queries/units"
import { getQueue } from "@/lib/desk/get-queue"
import type { AccountActor } from "@/lib/kernel/actor"
import { look } from "@/lib/kernel/execute"
import type { Result } from "@/lib/kernel/outcome"
import type { Read } from "@/lib/kernel/read"
import { getUnitUsers } from "@/lib/members/get-unit-users"
import { getOversight } from "@/lib/oversight/get-oversight"
import { getRightsGrid } from "@/lib/rights/get-rights-grid"
import { fullCode, searchTerms, unitsPerPage } from "@/lib/units/rules"
import { type AskedSet, actorOf, nth, type Subject } from "./subjects"

/** Something that is asked of a set; it answers how many lines it found. */
export type Asks = {
  readonly name: string
  readonly ask: (set: AskedSet, run: number, now: Date) => Promise<number>
}

/** What a screen asks. */
export type Question = Asks & {
  /** As many lines are found in both sets; not where all of the set is meant, or renamed units may happen to be named so. */
  readonly isAlike: boolean
}

/** What the screens of signed-in people ask, through the reads that they run. */
async function asked<S extends z.ZodType, V>(
  read: Read<AccountActor, S, V>,
  at: { readonly set: AskedSet; readonly actor: AccountActor; readonly now: Date },
  input: unknown,
): Promise<V> {
  const answer: Result<V> = await look(
    read,
    { db: at.set.db, actor: at.actor, now: at.now, requestId: "scale" },
    input,
  )
  if (!answer.ok) throw new Error(`${read.name}: ${answer.refusal.code}`)
  return answer.value
}

type Level = "local" | "district" | "province"

const userList = (name: string, q: string): Question => ({
  name: `user list, ${name}`,
  isAlike: true,
  async ask(set, run, now) {
    const unit = nth(set.local, run)
    const value = await asked(getUnitUsers, { set, actor: actorOf(unit), now }, { unitCode: unit.code, q })
    return value.lines.length
  },
})

const rightsGrid = (name: string, level: Level): Question => ({
  name: `rights grid, ${name}`,
  isAlike: true,
  async ask(set, run, now) {
    const unit = nth(set[level], run)
    const value = await asked(getRightsGrid, { set, actor: actorOf(unit), now }, { unitCode: unit.code })
    return value.people.length + value.grants.length + value.below.length
  },
})

const everywhere = { province: "", district: "", kind: "", limit: unitsPerPage, offset: 0 }

/** The lookup keeps its answers for five seconds: what it asks for when it has none is asked here. */
const lookup = (
  name: string,
  isAlike: boolean,
  match: (unit: Subject) => UnitMatch,
  place: (unit: Subject) => { province?: string; district?: string } = () => ({}),
): Question => ({
  name: `lookup, ${name}`,
  isAlike,
  async ask(set, run, now) {
    const unit = nth(set.local, run)
    const { units } = await searchUnits(set.db, match(unit), { ...everywhere, ...place(unit) }, now)
    return units.length
  },
})

const byWords = ({ name }: Subject): UnitMatch => ({ by: "words", words: searchTerms(name)?.words ?? [] })

const oneUnit: Question = {
  name: "lookup, one unit",
  isAlike: true,
  ask: async (set, run, now) => (await findUnitWithOffices(set.db, nth(set.local, run).code, now)).length,
}

const oversight = (name: string, level: Exclude<Level, "local">): Question => ({
  name: `oversight, ${name}`,
  isAlike: true,
  async ask(set, run, now) {
    const unit = nth(set[level], run)
    const value = await asked(getOversight, { set, actor: actorOf(unit), now }, { officeCode: unit.code })
    return value.children.length + value.lines.length
  },
})

const oversightOfAll: Question = {
  name: "oversight, Department",
  isAlike: false,
  async ask(set, run, now) {
    const actor = actorOf(nth(set.province, run), ["officer"])
    const value = await asked(getOversight, { set, actor, now }, { officeCode: "00" })
    return value.children.length + value.lines.length
  },
}

const queue = (name: string, level: Level, q: string, roles: AccountActor["roles"] = []): Question => ({
  name: `queue, ${name}`,
  isAlike: roles.length === 0,
  async ask(set, run, now) {
    const value = await asked(getQueue, { set, actor: actorOf(nth(set[level], run), roles), now }, { q })
    return value.lines.length
  },
})

/** The five fixed queries, each as different people put it. */
export const questions: readonly Question[] = [
  userList("first page", ""),
  userList("by a word", "สุ"),
  rightsGrid("a unit", "local"),
  rightsGrid("a district office", "district"),
  lookup("by words", false, byWords),
  lookup("by a code", true, ({ code }) => ({ by: "code", code: fullCode(code) })),
  lookup(
    "a district",
    true,
    () => ({ by: "filters" }),
    ({ provinceCode, districtCode }) => ({
      province: provinceCode,
      district: districtCode,
    }),
  ),
  oneUnit,
  oversight("a district", "district"),
  oversight("a province", "province"),
  oversightOfAll,
  queue("a unit", "local", ""),
  queue("a district", "district", ""),
  queue("a province, what I may decide", "province", "is:waiting can:decide"),
  queue("an officer", "province", "", ["officer"]),
]
