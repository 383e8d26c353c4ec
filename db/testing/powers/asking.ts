import type { z } from "zod"
import type { Chance } from "@/db/factories/chance"
import type { Database } from "@/db/types"
import type { Actor } from "@/lib/kernel/actor"
import type { Command } from "@/lib/kernel/command"
import { execute, look } from "@/lib/kernel/execute"
import type { Read } from "@/lib/kernel/read"
import type { Model } from "./model"
import { codesOf } from "./tree-chance"
import { treeNow, type World, type WorldMembership, type WorldPerson } from "./world"

/** Somebody as the portal has him at this request, on a database whose changes are undone after the question. */
export type Place = {
  readonly db: Database
  readonly actor: Actor
  /** Anybody else of the tree as he would act. */
  readonly actorOf: (person: WorldPerson) => Promise<Actor>
}

/** One question to the portal, with the model's answer. */
export type Question = {
  readonly about: string
  readonly expected: string
  readonly ask: (place: Place) => Promise<string>
}

/** Makes a question for somebody; none where the tree holds nothing to ask it of. */
export type Maker = (at: { readonly who: WorldPerson; readonly draw: Draw }) => Question | undefined

/** Draws what a question is about. */
export type Draw = ReturnType<typeof drawFrom>

/** What the questions of one tree are drawn from: near to who asks more often than far, where all are refused alike. */
export function drawFrom(chance: Chance, world: World, model: Model) {
  const from = <T>(all: readonly T[]): T | undefined => all[Math.floor(chance.below(all.length))]
  // where he has no power, all that he asks for is refused alike: his own units and those below come first
  const isWithin = (who: WorldPerson, unit: string) =>
    model.adminOf(who).some((own) => own === unit || model.isAbove(own, unit))
  const isRelated = (who: WorldPerson, unit: string) =>
    who.memberships.some(
      (one) => one.unit === unit || model.isAbove(one.unit, unit) || model.isAbove(unit, one.unit),
    )
  /** Of things that each belong to a unit, one near to somebody in two draws of three. */
  function near<T extends { readonly unit: string }>(who: WorldPerson, all: readonly T[]): T | undefined {
    const is = chance.below(2) < 1 ? isWithin : isRelated
    const related = all.filter(({ unit }) => is(who, unit))
    return related.length > 0 && chance.below(5) < 4 ? from(related) : from(all)
  }
  const unit = (who: WorldPerson): string =>
    near(
      who,
      codesOf(world.units).map((code) => ({ unit: code })),
    )?.unit ?? "00"
  const seats = world.people.flatMap((person) => person.memberships.map((seat) => ({ ...seat, person })))
  /** The unit under whose name something is asked for: its own, or, in one of six, a unit of who asks. */
  const nameFor = (who: WorldPerson, own: string): string =>
    chance.below(6) < 1 ? (from(model.adminOf(who)) ?? own) : own
  return {
    world,
    model,
    from,
    near,
    unit,
    nameFor,
    seat: (who: WorldPerson, is: (one: WorldMembership & { person: WorldPerson }) => boolean = () => true) =>
      near(who, seats.filter(is)),
    isLikely: (percent: number) => chance.below(100) < percent,
  }
}

/** The outcome of a command in a word: `done`, or why not. */
export async function tried<A extends Actor, S extends z.ZodType, P, V>(
  { db, actor }: Pick<Place, "db" | "actor">,
  command: Command<A, S, P, V>,
  input: unknown,
): Promise<string> {
  const answer = await execute(command, { db, actor, now: treeNow, requestId: "tree" }, input)
  return answer.ok ? "done" : wordOf(answer.refusal)
}

/** What a read shows, as a word. */
export async function shown<A extends Actor, S extends z.ZodType, V>(
  { db, actor }: Pick<Place, "db" | "actor">,
  read: Read<A, S, V>,
  input: unknown,
  word: (value: V) => string,
): Promise<string> {
  const answer = await look(read, { db, actor, now: treeNow, requestId: "tree" }, input)
  return answer.ok ? word(answer.value) : wordOf(answer.refusal)
}

// an input that does not fit would hide a power that is missing: told with its fields, so that it equals no answer
function wordOf({ code, fields }: { readonly code: string; readonly fields?: unknown }): string {
  return code === "invalid" ? `invalid ${JSON.stringify(fields)}` : code
}

/** Rows as a word: the same whatever their order. */
export const rows = (all: readonly string[]): string => `rows ${all.toSorted().join(" ")}`

/** The no of a command that wants a unit one manages; empty where there is none. */
export function noToManage(model: Model, who: WorldPerson, unit: string): string {
  if (!model.managesSome(who)) return "forbidden"
  if (!model.sees(who, unit)) return "not-found"
  return model.manages(who, unit) ? "" : "access.not-yours"
}

/** The no of a command that wants a unit for which one signs. */
export function noToSign(model: Model, who: WorldPerson, unit: string): string {
  if (!model.managesSome(who)) return "forbidden"
  if (!model.sees(who, unit)) return "not-found"
  return model.signsFor(who, unit) ? "" : "access.not-yours"
}

export const noDay = { day: "", month: "", year: "" }
