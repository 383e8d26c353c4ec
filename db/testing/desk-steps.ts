import { randomUUID } from "node:crypto"
import { makeAccount } from "@/db/factories/account"
import type { TreeUnit } from "@/db/factories/unit-tree"
import { carryOutDue } from "@/lib/desk/carry-out-due"
import { claimCase } from "@/lib/desk/claim-case"
import { claimNext } from "@/lib/desk/claim-next"
import { decideCase } from "@/lib/desk/decide-case"
import { reopenCase } from "@/lib/desk/reopen-case"
import { undoDecision } from "@/lib/desk/undo-decision"
import { viewCase } from "@/lib/desk/view-case"
import type { AccountActor, DepartmentRole, UnitLevel } from "@/lib/kernel/actor"
import { execute } from "@/lib/kernel/execute"
import type { TestDatabase } from "./test-database"

/** Monday morning in Bangkok. */
export const start = new Date("2026-11-23T02:00:00Z")

/** So many seconds later. */
export const later = (seconds: number) => new Date(start.getTime() + seconds * 1000)

/** What is typed for each decision, where a test does not care. */
export const plain = {
  approve: { outcome: "approve", reasons: [], fields: [], note: "", excluded: [] },
  return: {
    outcome: "return",
    reasons: ["post-unclear"],
    fields: ["post"],
    note: "",
    excluded: [],
  },
  reject: { outcome: "reject", reasons: ["not-of-unit"], fields: [], note: "", excluded: [] },
} as const

/** Reviewers, and what they do at the desk of a test's database. */
export function deskSteps(test: () => TestDatabase) {
  const context = (actor: AccountActor, now: Date) => ({
    db: test().db,
    actor: { ...actor, steppedUpAt: now, acr: "urn:dla:totp" },
    now,
    requestId: "test",
  })
  return {
    /** A person with a role of the Department. */
    async officer(role: DepartmentRole = "officer"): Promise<AccountActor> {
      const { id } = await makeAccount(test().db)
      return { kind: "account", accountId: id, sessionId: randomUUID(), seats: [], roles: [role] }
    },
    /** An SSO Admin of a unit, as the session has him; `isInForce` gives him the rows behind it as well. */
    async admin(unit: TreeUnit, level: UnitLevel, isInForce = false): Promise<AccountActor> {
      const { id } = await makeAccount(test().db)
      const membershipId = randomUUID()
      if (isInForce) {
        await test()
          .owner`insert into memberships (id, account_id, unit_id, post, staff_kind, state, valid_from)
          values (${membershipId}, ${id}, ${unit.id}, 'ปลัด', 'local-government', 'active', '2026-01-01')`
        await test().owner`insert into admin_appointments
          (membership_id, order_number, order_year_be, order_date, valid_from)
          values (${membershipId}, '1', 2569, '2026-01-01', '2026-01-01')`
      }
      const seat = { membershipId, unitId: unit.id, path: unit.path, level, isAdmin: true }
      return { kind: "account", accountId: id, sessionId: randomUUID(), seats: [seat], roles: [] }
    },
    claim: (actor: AccountActor, number: string, now = start) =>
      execute(claimCase, context(actor, now), { number }),
    claimNext: (actor: AccountActor, q = "", now = start) => execute(claimNext, context(actor, now), { q }),
    view: (actor: AccountActor, number: string, now = start) =>
      execute(viewCase, context(actor, now), { number }),
    decide: (
      actor: AccountActor,
      number: string,
      over: { readonly [field: string]: unknown } = {},
      now = start,
    ) =>
      execute(decideCase, context(actor, now), {
        number,
        version: 1,
        documents: [],
        ...plain.approve,
        ...over,
      }),
    undo: (actor: AccountActor, number: string, now = start) =>
      execute(undoDecision, context(actor, now), { number }),
    reopen: (actor: AccountActor, number: string, now = start) =>
      execute(reopenCase, context(actor, now), { number, note: "ตรวจพบเอกสารใหม่" }),
    settle: (now: Date) => carryOutDue(test().db, now, new Map()),
    async rowOf(number: string) {
      const [row] = await test().owner`select state, version, claimed_by, claimed_until, waiting_since
        from cases where number = ${number}`
      return row
    },
    decisionsOf: (number: string) => test().owner`
      select d.* from decisions d join cases c on c.id = d.case_id where c.number = ${number} order by d.decided_at`,
    eventsOf: (number: string) => test().owner`
      select e.action, e.actor_id, e.actor_kind, e.detail from audit_events e join cases c on c.id = e.subject_id
      where c.number = ${number} order by e.seq`,
  }
}

/** A refusal as a command gives it. */
export const no = (code: string) => ({ ok: false, refusal: { code } })
