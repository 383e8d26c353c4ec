import { makeAccount } from "@/db/factories/account"
import type { TreeCode } from "@/db/factories/unit-tree"
import { memberships } from "@/db/schema/access"
import type { AccountActor, Actor } from "@/lib/kernel/actor"
import { orderSteps } from "./order-steps"
import type { TestDatabase } from "./test-database"

/** When the tests of users of a unit happen. */
export const memberNow = new Date("2026-11-21T02:00:00Z")

type Made = Partial<typeof memberships.$inferInsert> & {
  readonly given?: string
  readonly family?: string
  readonly account?: Parameters<typeof makeAccount>[1]
}

/** The steps that tests of a unit's users take: people of the small tree, and rows that other rooms would make. */
export function memberSteps(test: () => TestDatabase) {
  const { unitOf, admin } = orderSteps(test)
  const at = (actor: Actor, now = memberNow) => ({ db: test().db, actor, now, requestId: "test" })

  /** Somebody of a unit, by name. */
  async function member(code: TreeCode, made: Made = {}) {
    const { given = "มานี", family = "มีนา", account, ...columns } = made
    const person = await makeAccount(test().db, account)
    const { owner } = test()
    await owner`update persons set given_name_th = ${given}, family_name_th = ${family} where id = ${person.personId}`
    const { id: unitId } = await unitOf(code)
    const [row] = await test()
      .db.insert(memberships)
      .values({
        accountId: person.id,
        unitId,
        post: "นักวิชาการ",
        staffKind: "local-government",
        state: "active",
        validFrom: "2026-01-01",
        ...columns,
      })
      .returning({ id: memberships.id })
    if (!row) throw new Error("no membership")
    return { ...person, membershipId: row.id, unitId }
  }

  /** Somebody of the Department in one of its roles. */
  async function ofDepartment(role: AccountActor["roles"][number]): Promise<AccountActor> {
    const { id } = await makeAccount(test().db)
    return { kind: "account", accountId: id, sessionId: id, seats: [], roles: [role] }
  }

  /** Somebody in charge who has just proved who he is. */
  const inCharge = async (code: TreeCode, isAdmin = true): Promise<AccountActor> => ({
    ...(await admin(code, isAdmin)),
    steppedUpAt: memberNow,
  })
  /** Somebody as he acts for himself. */
  const self = (accountId: string): AccountActor => ({
    kind: "account",
    accountId,
    sessionId: accountId,
    steppedUpAt: memberNow,
    seats: [],
    roles: [],
  })
  return { unitOf, admin, inCharge, self, at, member, ofDepartment }
}
