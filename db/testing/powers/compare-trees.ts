import { chanceOf } from "@/db/factories/chance"
import type { TestDatabase } from "@/db/testing/test-database"
import type { Database } from "@/db/types"
import { type Actor, visitor } from "@/lib/kernel/actor"
import { touchLiveSession } from "@/lib/sessions/live-session"
import { connectionMakers } from "./ask-connections"
import { listMakers } from "./ask-lists"
import { memberMakers } from "./ask-members"
import { officeMakers } from "./ask-offices"
import { profileMakers } from "./ask-profiles"
import { rightMakers } from "./ask-rights"
import { transferMakers } from "./ask-transfers"
import { workMakers } from "./ask-works"
import { drawFrom, type Maker, type Question } from "./asking"
import { growWorld } from "./grow-world"
import { modelOf } from "./model"
import { plantWorld, tokenOf } from "./plant-world"
import { treeNow, type World, type WorldPerson } from "./world"

/** Every command and read that is asked, by name. */
export const makers: Readonly<Record<string, Maker>> = {
  ...memberMakers,
  ...transferMakers,
  ...rightMakers,
  ...officeMakers,
  ...profileMakers,
  ...listMakers,
  ...connectionMakers,
  ...workMakers,
}

/** What came of asking. */
export type Comparison = {
  trees: number
  actors: number
  questions: number
  allowed: number
  refused: number
  rows: number
  /** Where portal and model differ: enough to ask the same again. */
  readonly differences: string[]
  /** How often each kind was allowed and refused. */
  readonly kinds: Record<string, { allowed: number; refused: number }>
}

type Wanted = {
  readonly seed: number
  readonly trees: number
  /** Questions of each kind about each tree. */
  readonly each: number
  /** Kinds that are asked; all where it is left out. */
  readonly only?: readonly string[]
  /** Differences after which it is enough. */
  readonly until?: number
}

/** Grows trees, and asks of each what anybody may and sees there: of the portal, and of the model. */
export async function compareTrees(test: TestDatabase, wanted: Wanted): Promise<Comparison> {
  const none = { trees: 0, actors: 0, questions: 0, allowed: 0, refused: 0, rows: 0 }
  const sum: Comparison = { ...none, differences: [], kinds: {} }
  for (let tree = 0; tree < wanted.trees; tree += 1) {
    const world = growWorld(wanted.seed + tree)
    await plantWorld(test, world)
    sum.trees += 1
    sum.actors += world.people.length
    await undone(test.db, (db) => compareTree(db, world, wanted, sum))
    if (isEnough(wanted, sum)) break
  }
  return sum
}

const isEnough = ({ until }: Wanted, { differences }: Comparison) =>
  until !== undefined && differences.length >= until

async function compareTree(db: Database, world: World, wanted: Wanted, sum: Comparison): Promise<void> {
  const chance = chanceOf(world.seed + 1_000_003)
  const model = modelOf(world)
  const draw = drawFrom(chance, world, model)
  // those with powers ask more often: whoever has none is refused alike everywhere
  const powerful = world.people.filter((one) => model.seesSome(one) || model.has(one, "systems", "helpdesk"))
  const asked = Object.entries(makers).filter(([kind]) => wanted.only?.includes(kind) !== false)
  for (const [kind, make] of asked) {
    for (let nth = 0; nth < timesOf(kind, wanted.each); nth += 1) {
      if (isEnough(wanted, sum)) return
      const who = draw.from(draw.isLikely(80) ? powerful : world.people)
      const question = who && make({ who, draw })
      if (who && question) await compare(db, question, { who, kind, seed: world.seed, sum })
    }
  }
}

/** Where a workbook is read or written, by a process of its own. */
const slow = ["imports.judge", "imports.template", "imports.result", "oversight.workbook"]
const timesOf = (kind: string, each: number) => (slow.includes(kind) ? Math.ceil(each / 3) : each)

type Asked = {
  readonly who: WorldPerson
  readonly kind: string
  readonly seed: number
  readonly sum: Comparison
}

async function compare(db: Database, question: Question, { who, kind, seed, sum }: Asked): Promise<void> {
  // what breaks is no answer either, and is told with its question
  const answer = await undone(db, async (inner) => {
    const actorOf = (person: WorldPerson) => actorAs(inner, person)
    return question.ask({ db: inner, actor: await actorOf(who), actorOf })
  }).catch((thrown: unknown) => `broke: ${String(thrown)}`)
  const { expected } = question
  sum.questions += 1
  const counted = isRefusal(expected) ? "refused" : "allowed"
  sum[counted] += 1
  const before = sum.kinds[kind] ?? { allowed: 0, refused: 0 }
  sum.kinds[kind] = { ...before, [counted]: before[counted] + 1 }
  if (expected.startsWith("rows ")) sum.rows += expected.split(" ").length - 1
  if (answer === expected) return
  const told = `seed ${seed} ${kind} by ${who.id}`
  sum.differences.push(`${told} about ${question.about}: expected ${expected}, was ${answer}`)
}

// any other answer is given only to who has the power
const refusals = [
  /^(forbidden|not-found)$/,
  /^access\./,
  /^(members|transfers|rights)\.own/,
  /\.not-yours/,
  /^activation\.(beyond-power|printed)$/,
  /^transfers\.two-persons$/,
]
const isRefusal = (answer: string) => refusals.some((no) => no.test(answer))

/** Somebody as a request of his session has him; a visitor where it lets nobody in. */
async function actorAs(db: Database, person: WorldPerson): Promise<Actor> {
  const session = await touchLiveSession(db, tokenOf(person), treeNow)
  if (!session) return visitor
  const { id, accountId, acr, steppedUpAt, seats, roles } = session
  return {
    kind: "account",
    accountId,
    sessionId: id,
    acr,
    seats,
    roles,
    ...(steppedUpAt ? { steppedUpAt } : {}),
  }
}

/** Carries the way back out of a transaction. Never leaves this file. */
class Back extends Error {}

/** Does something in a transaction, or in a savepoint of one, and takes it back. */
async function undone<T>(db: Database, act: (db: Database) => Promise<T>): Promise<T> {
  const done: { value?: T } = {}
  try {
    await db.transaction(async (tx) => {
      done.value = await act(tx as unknown as Database)
      throw new Back()
    })
  } catch (thrown) {
    if (!(thrown instanceof Back)) throw thrown
  }
  return done.value as T
}
