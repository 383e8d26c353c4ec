import fc from "fast-check"
import { beforeAll, describe, expect, it } from "vitest"
import { makeAccount } from "@/db/factories/account"
import { makeCase } from "@/db/factories/case"
import { makeOrder } from "@/db/factories/order"
import { makeUnitTree } from "@/db/factories/unit-tree"
import { deskSteps, start } from "@/db/testing/desk-steps"
import { useTestDatabase } from "@/db/testing/use-test-database"
import type { AccountActor } from "@/lib/kernel/actor"
import type { Result } from "@/lib/kernel/outcome"

const test = useTestDatabase()
const desk = deskSteps(test)
let unitId = ""
let reviewers: AccountActor[] = []

beforeAll(async () => {
  unitId = (await makeUnitTree(test().db))["06360207"].id
  reviewers = [await desk.officer(), await desk.officer()]
})

const reject = { outcome: "reject", reasons: ["wrong-unit"], fields: [], note: "", excluded: [] }
const who = fc.constantFrom(0, 1)
const act = fc.oneof(
  fc.record({ act: fc.constantFrom("approve", "approve-one", "reject", "undo", "reopen"), who }),
  fc.record({ act: fc.constantFrom("named", "maker", "settle"), who: fc.constant(0) }),
)
const round = fc.record({
  after: fc.constantFrom(1, 31),
  settles: fc.boolean(),
  acts: fc.array(act, { minLength: 1, maxLength: 2 }),
})

/** An order that names an officer who has an account, and somebody who has none; handed in by a third person. */
async function asked() {
  const [named, maker] = [await makeAccount(test().db), await makeAccount(test().db)]
  const people = [{ nationalId: named.nationalId }, {}]
  const order = await makeOrder(test().db, { unitId, madeBy: maker.id, people })
  await makeCase(test().db, { unitId, kind: "order", subjectId: order.id, number: order.number })
  const as = (accountId: string): AccountActor => ({ ...(reviewers[0] as AccountActor), accountId })
  return { ...order, namedActor: as(named.id), makerActor: as(maker.id), makerEmail: maker.email ?? "" }
}

type Asked = Awaited<ReturnType<typeof asked>>

function told(result: Result<unknown>): string {
  return result.ok ? "done" : result.refusal.code
}

async function carriedOut(order: Asked, one: { readonly act: string; readonly who: number }, now: Date) {
  const { number } = order
  const actor = reviewers[one.who] as AccountActor
  const [at] = await test().owner`select version from cases where number = ${number}`
  const version = at?.version
  const [, second] = order.people
  switch (one.act) {
    case "approve":
      return told(await desk.decide(actor, number, { version }, now))
    case "approve-one":
      return told(await desk.decide(actor, number, { version, excluded: [second?.id] }, now))
    case "reject":
      return told(await desk.decide(actor, number, { ...reject, version }, now))
    case "undo":
      return told(await desk.undo(actor, number, now))
    case "reopen":
      return told(await desk.reopen(actor, number, now))
    case "named":
      return `own ${told(await desk.decide(order.namedActor, number, { version }, now))}`
    case "maker":
      return `own ${told(await desk.decide(order.makerActor, number, { version }, now))}`
    default:
      await Promise.all([desk.settle(now), desk.settle(now)])
      return "done"
  }
}

async function brokenRules({ id, number, makerEmail }: Asked): Promise<string[]> {
  const [at] = await test().owner`
    select o.state, d.outcome, d.took_effect_at is not null as took, cardinality(d.excluded) as excluded,
      (select count(*)::int from admin_appointments a where a.order_id = o.id and a.ended_at is null) as appointed,
      (select count(*)::int from order_people p where p.order_id = o.id and p.appointment_id is not null) as flagged,
      (select count(*)::int from decisions x where x.case_id = c.id and x.took_effect_at is not null) as carried,
      (select count(*)::int from outbox_mails m where m.recipient = ${makerEmail} and m.template like 'order-%') as mails,
      (select count(*)::int from memberships m join accounts a on a.id = m.account_id join persons p on p.id = a.person_id
        join order_people op on op.order_id = o.id and op.national_id_hash = p.national_id_hash
        where m.state = 'active') as members
    from orders o join cases c on c.subject_id = o.id
    left join decisions d on d.case_id = c.id and d.ended_at is null where o.id = ${id} and c.number = ${number}`
  const isApproved = at?.took === true && at.outcome === "approve"
  const appointed = isApproved ? 2 - (at?.excluded ?? 0) : 0
  const expected =
    at?.took === true ? { approve: "approved", reject: "rejected" }[at.outcome as string] : "submitted"
  const rules = {
    "the order stands where its decision left it": at?.state === expected,
    "those named and not left out are SSO Admins, nobody else is": at?.appointed === appointed,
    "they belong to the unit, nobody else does": at?.members === appointed,
    "no flag is left of what is not in force": at?.flagged === appointed,
    "one mail for each decision that took effect": at?.mails === at?.carried,
  }
  return Object.entries(rules).flatMap(([rule, isKept]) => (isKept ? [] : [rule]))
}

describe("an order that names several people, whatever is done with it at the same moment", () => {
  it("keeps every rule, and neither whom it names nor who made it decides on it", async () => {
    const met = new Set<string>()
    const walks = fc.array(round, { minLength: 3, maxLength: 10 })
    const property = fc.asyncProperty(walks, async (walked) => {
      const order = await asked()
      let now = start
      for (const { after, settles, acts } of walked) {
        now = new Date(now.getTime() + after * 1000)
        if (settles) await desk.settle(now)
        const said = await Promise.all(acts.map((one) => carriedOut(order, one, now)))
        for (const answer of said) {
          met.add(answer)
          expect(answer).toMatch(/^(?:done|own desk\.own-request|desk\.(?!own).*)$/)
        }
        expect(await brokenRules(order)).toEqual([])
      }
    })
    await fc.assert(property, { numRuns: 40 })
    expect(met).toContain("own desk.own-request")
  }, 240_000)
})
