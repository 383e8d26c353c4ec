import { randomUUID } from "node:crypto"
import type { TreeCode } from "@/db/factories/unit-tree"
import { memberships } from "@/db/schema/access"
import { caretakers } from "@/db/schema/members"
import { systemRoles, systems } from "@/db/schema/systems"
import type { AccountActor } from "@/lib/kernel/actor"
import { execute } from "@/lib/kernel/execute"
import { changeRights } from "@/lib/rights/change-rights"
import { type GrantAct, grantMark, writeChange } from "@/lib/rights/rules"
import { orderStart, orderSteps } from "./order-steps"
import type { TestDatabase } from "./test-database"

const noDay = { day: "", month: "", year: "" }

/** A role of a person, as a test names it. */
export type TestRole = "recorder" | "certifier" | "viewer"

/** Systems of three roles, and what is granted there. */
function systemRows(test: () => TestDatabase) {
  /** A system of three roles; returns the id of each. */
  async function system(more: Partial<typeof systems.$inferInsert> = {}) {
    const code = more.code ?? `T-${randomUUID().slice(0, 8).toUpperCase()}`
    const names = { nameTh: `ระบบ ${code}`, nameEn: code, purposeTh: "ทดสอบ", purposeEn: "Test" }
    await test()
      .db.insert(systems)
      .values({ code, ...names, category: "reports", state: "open", sort: 99, ...more })
    const roles = await test()
      .db.insert(systemRoles)
      .values(
        (["recorder", "certifier", "viewer"] as const).map((key, sort) => ({
          systemCode: code,
          key,
          nameTh: key,
          nameEn: key,
          sort,
          records: key === "recorder",
          certifies: key === "certifier",
        })),
      )
      .returning({ id: systemRoles.id, key: systemRoles.key })
    const idOf = (key: TestRole) => roles.find((role) => role.key === key)?.id ?? ""
    return { code, recorder: idOf("recorder"), certifier: idOf("certifier"), viewer: idOf("viewer") }
  }

  /** The grant that somebody has or had in a role, the newest. */
  async function grantOf(membershipId: string, systemRoleId: string) {
    const [row] = await test().owner`
      select id, state, state_changed_at as "stateChangedAt", valid_until::text as "validUntil",
        granted_by as "grantedBy", order_text as "orderText", state_reason as "stateReason"
      from grants where membership_id = ${membershipId} and system_role_id = ${systemRoleId}
      order by (state = 'withdrawn'), state_changed_at desc limit 1`
    return row as
      | {
          id: string
          state: "active" | "suspended" | "withdrawn"
          stateChangedAt: Date
          validUntil: string | null
        }
      | undefined
  }

  return { system, grantOf }
}

type UnitOf = ReturnType<typeof orderSteps>["unitOf"]

/** Puts people into further units, and offices in charge of them. */
function places(test: () => TestDatabase, unitOf: UnitOf) {
  /** An office looks after a unit for thirty days, because its head asked. */
  async function takeCare(office: AccountActor, code: TreeCode) {
    const officeId = office.seats[0]?.unitId ?? ""
    await test()
      .db.insert(caretakers)
      .values({
        unitId: (await unitOf(code)).id,
        officeId,
        reason: "head-asked",
        begunBy: office.accountId,
        begunAt: orderStart,
        endsAt: new Date(orderStart.getTime() + 30 * 86_400_000),
      })
  }

  /** The same person works in another unit as well. */
  async function alsoIn(one: AccountActor, code: Parameters<typeof unitOf>[0]): Promise<AccountActor> {
    const { id: unitId, path } = await unitOf(code)
    const row = {
      accountId: one.accountId,
      unitId,
      post: "ช่วยราชการ",
      staffKind: "other",
      state: "active",
    } as const
    const [made] = await test()
      .db.insert(memberships)
      .values({ ...row, validFrom: "2026-01-01" })
      .returning({ id: memberships.id })
    const seat = { membershipId: made?.id ?? "", unitId, path, level: "local", isAdmin: false } as const
    return { ...one, seats: [seat] }
  }
  return { takeCare, alsoIn }
}

/** Systems with three roles, and the steps of those who grant them, on a test's own database with the small tree. */
export function rightsSteps(test: () => TestDatabase) {
  const { admin, unitOf } = orderSteps(test)
  const { system, grantOf } = systemRows(test)
  const { takeCare, alsoIn } = places(test, unitOf)

  /** A change as the page of now would send it. */
  async function change(act: GrantAct, person: AccountActor, systemRoleId: string) {
    const membershipId = person.seats[0]?.membershipId ?? ""
    const seen = grantMark(await grantOf(membershipId, systemRoleId))
    return writeChange({ act, membershipId, systemRoleId, seen })
  }

  /** Somebody sends changes, freshly proved. */
  function send(
    actor: AccountActor,
    changes: readonly string[],
    {
      now = orderStart,
      unitCode = "06360207",
      ...more
    }: { now?: Date; unitCode?: string; [name: string]: unknown } = {},
  ) {
    const context = { db: test().db, actor: { ...actor, steppedUpAt: now }, now, requestId: "test" }
    const input = { unitCode, changes, validUntil: noDay, orderText: "ที่ 1/2569", reason: "ย้ายงาน", ...more }
    return execute(changeRights, context, input)
  }

  /** One change from beginning to end. */
  const does = async (
    actor: AccountActor,
    act: GrantAct,
    person: AccountActor,
    role: string,
    more: Parameters<typeof send>[2] = {},
  ) => send(actor, [await change(act, person, role)], more)

  /** The state of somebody's role; `none` where he never had it. */
  const stateOf = async (person: AccountActor, role: string) =>
    (await grantOf(person.seats[0]?.membershipId ?? "", role))?.state ?? "none"

  return { admin, alsoIn, unitOf, system, grantOf, change, send, does, stateOf, takeCare }
}
