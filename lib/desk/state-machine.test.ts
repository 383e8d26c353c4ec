import { randomUUID } from "node:crypto"
import fc from "fast-check"
import { beforeAll, describe, expect, it } from "vitest"
import { makeAccount } from "@/db/factories/account"
import { makeDocument } from "@/db/factories/document"
import { makeRegistration } from "@/db/factories/registration"
import { makeUnitTree, type TreeCode, type TreeUnit } from "@/db/factories/unit-tree"
import { type Asked, brokenRules, submitAgain, withdraw } from "@/db/testing/desk-model"
import { deskSteps, plain, start } from "@/db/testing/desk-steps"
import { useTestDatabase } from "@/db/testing/use-test-database"
import type { AccountActor } from "@/lib/kernel/actor"
import type { Result } from "@/lib/kernel/outcome"

const test = useTestDatabase()
const desk = deskSteps(test)
let unit: Readonly<Record<TreeCode, TreeUnit>>
let reviewers: AccountActor[] = []

beforeAll(async () => {
  unit = await makeUnitTree(test().db)
  reviewers = [await desk.officer(), await desk.officer()]
})

/** Who does something; the reviewers decide on what they saw when they last looked. */
const reviewer = fc.constantFrom(0, 1)
const act = fc.oneof(
  fc.record({ act: fc.constant("look" as const), who: reviewer }),
  fc.record({
    act: fc.constant("decide" as const),
    who: reviewer,
    outcome: fc.constantFrom("approve" as const, "return" as const, "reject" as const),
    /** He looks first, or decides on what he saw some time ago. */
    looks: fc.boolean(),
  }),
  fc.record({ act: fc.constantFrom("undo" as const, "reopen" as const, "release" as const), who: reviewer }),
  fc.record({
    act: fc.constantFrom("submit" as const, "withdraw" as const, "own" as const),
    who: fc.constant(0),
  }),
  fc.record({
    act: fc.constantFrom("rename" as const, "move" as const, "settle" as const),
    who: fc.constant(0),
  }),
)
type Act = typeof act extends fc.Arbitrary<infer A> ? A : never

/** One or two acts at the same moment, after so many seconds. Half a minute and ten are what the desk counts by. */
const round = fc.record({
  after: fc.constantFrom(1, 5, 31, 601),
  /** The job comes round before that. */
  settles: fc.boolean(),
  acts: fc.array(act, { minLength: 1, maxLength: 2 }),
})

const decide = (outcome: keyof typeof plain) => ({ act: "decide", who: 0, outcome, looks: true }) as const
const after = (seconds: 1 | 31, ...acts: Act[]) => ({ after: seconds, settles: true, acts }) as const

/** One walk that meets everything, whatever chance brings: returned, corrected, undone, approved, reopened, withdrawn. */
const wholeWay = [
  after(1, decide("return"), { act: "own", who: 0 }),
  after(31, { act: "look", who: 1 }),
  after(1, { act: "submit", who: 0 }),
  after(1, decide("approve")),
  after(1, { act: "undo", who: 0 }),
  after(1, decide("approve")),
  after(31, { act: "reopen", who: 1 }),
  after(1, decide("approve"), decide("reject")),
  after(31, { act: "reopen", who: 1 }),
  after(1, { act: "withdraw", who: 0 }),
]

class Walk {
  private readonly seen = [1, 1]

  constructor(private readonly asked: InQueue) {}

  async do(one: Act, now: Date): Promise<string> {
    const { number, documents } = this.asked
    const who = reviewers[one.who] as AccountActor
    switch (one.act) {
      case "look":
        return this.look(one.who, now)
      case "decide":
        if (one.looks) await this.look(one.who, now)
        return told(
          await desk.decide(
            who,
            number,
            { ...plain[one.outcome], version: this.seen[one.who], documents },
            now,
          ),
        )
      case "undo":
        return told(await desk.undo(who, number, now))
      case "reopen":
        return told(await desk.reopen(who, number, now))
      case "release":
        await test()
          .owner`update cases set claimed_by = null, claimed_until = null where claimed_by = ${who.accountId}`
        return "done"
      case "own":
        return this.own(now)
      case "submit":
        return submitAgain(test(), this.asked, now)
      case "withdraw":
        return withdraw(test(), this.asked, now)
      case "settle":
        await Promise.all([desk.settle(now), desk.settle(now)])
        return "done"
      default:
        return this.reform(one.act)
    }
  }

  /** The applicant is an officer himself, by another account or the same: his number tells. */
  private async own(now: Date): Promise<string> {
    const { applicant, number, documents } = this.asked
    if (!applicant) return "done"
    return `own ${told(await desk.decide(applicant, number, { version: this.seen[0], documents }, now))}`
  }

  private async look(who: number, now: Date): Promise<string> {
    const view = await desk.view(reviewers[who] as AccountActor, this.asked.number, now)
    if (!view.ok) return view.refusal.code
    this.seen[who] = view.value.version
    return "done"
  }

  /** The unit is renamed, or comes under another district, meanwhile. */
  private async reform(how: "rename" | "move"): Promise<string> {
    const { id, path } = unit["06360207"]
    const elsewhere = `${unit["3603"].path}${path.split("/").at(-2)}/`
    if (how === "rename") await test().owner`update units set name_th = name_th || ' ใหม่' where id = ${id}`
    else
      await test()
        .owner`update units set path = case path when ${path} then ${elsewhere} else ${path} end where id = ${id}`
    return "done"
  }
}

type InQueue = Asked & {
  readonly applicant?: AccountActor
  readonly documents: readonly { readonly id: string; readonly sha256: string }[]
}

async function asked(isKnown: boolean): Promise<InQueue> {
  const { db } = test()
  const at = { id: randomUUID(), unitId: unit["06360207"].id, state: "submitted" } as const
  // one that comes back is sent again with its evidence
  const documents = [await makeDocument(db, { kind: "registration", id: at.id })]
  if (!isKnown) return { ...(await makeRegistration(db, at)), isKnown, documents }
  const { id, nationalId } = await makeAccount(db)
  const applicant = { ...(await desk.officer()), accountId: id }
  return { ...(await makeRegistration(db, { ...at, nationalId })), applicant, isKnown, documents }
}

function told(result: Result<unknown>): string {
  return result.ok ? "done" : result.refusal.code
}

const answers = new Set([
  "done",
  "desk.claimed",
  "desk.someone-decided",
  "desk.not-decided",
  "desk.not-your-decision",
  "desk.undo-late",
  "own desk.own-request",
  // the applicant's
  "withdrawn",
  "decided",
  "registration.closed",
  "registration.stale",
  "registration.expired",
])

describe("a case, whatever is done with it and by whom at the same moment", () => {
  it("keeps every rule", async () => {
    const met = new Map<string, number>()
    const rounds = fc.array(round, { minLength: 3, maxLength: 14 })
    const property = fc.asyncProperty(fc.boolean(), rounds, async (isKnown, walked) => {
      const made = await asked(isKnown)
      const walk = new Walk(made)
      let now = start
      for (const { after, settles, acts } of walked) {
        now = new Date(now.getTime() + after * 1000)
        if (settles) await desk.settle(now)
        const said = await Promise.all(acts.map((one) => walk.do(one, now)))
        for (const [at, answer] of said.entries()) {
          expect(answers, `${acts[at]?.act}: ${answer}`).toContain(answer)
          const name = `${acts[at]?.act} ${answer}`
          met.set(name, (met.get(name) ?? 0) + 1)
        }
        expect(await brokenRules(test(), made)).toEqual([])
      }
    })
    await fc.assert(property, {
      numRuns: 60,
      examples: [
        [false, wholeWay],
        [true, wholeWay],
      ],
    })
    // a walk that met nothing would prove nothing
    const wanted = [
      "decide done",
      "decide desk.someone-decided",
      "undo done",
      "reopen done",
      "submit done",
      "withdraw withdrawn",
      "own own desk.own-request",
    ]
    expect(wanted.filter((name) => !met.has(name))).toEqual([])
  }, 240_000)
})
