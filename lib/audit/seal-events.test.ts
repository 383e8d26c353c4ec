import { describe, expect, it } from "vitest"
import { insertAuditEvent } from "@/db/queries/audit"
import { november, useAuditTest } from "@/db/testing/use-audit-test"
import { openSealFloor } from "./open-seal-floor"
import { SealFloor } from "./seal-floor"

const audit = useAuditTest()

describe("the seal of the audit", () => {
  it("seals each committed event once, whoever seals and how often", async () => {
    await audit.happened(30)
    const turns = await Promise.all([audit.seal(), audit.seal(), audit.seal()])
    expect(turns.reduce((sum, turn) => sum + turn.sealed, 0)).toBe(30)
    expect((await audit.seal()).sealed).toBe(0)
    expect(await audit.faults([await audit.headNow()])).toEqual([])
  })

  it("finds an event that committed after a higher number was sealed", async () => {
    const floor = new SealFloor(0)
    let commit: () => void = () => {}
    const held = new Promise<void>((resolve) => {
      commit = resolve
    })
    const slow = audit.db.transaction(async (tx) => {
      await insertAuditEvent(tx, {
        at: november,
        action: "slow",
        actorKind: "system",
        requestId: "s",
        detail: {},
      })
      await held
    })
    await expect
      .poll(async () => (await audit.owner`select last_value from audit_events_seq_seq`)[0]?.last_value)
      .toBe("1")
    await audit.happened(3)
    expect((await audit.seal(november, floor)).sealed).toBe(3)
    commit()
    await slow
    expect((await audit.seal(new Date(november.getTime() + 5000), floor)).sealed).toBe(1)
    expect(await audit.faults()).toEqual([])
  })

  it("cannot be rewritten by the portal's own role", async () => {
    await audit.happened(1)
    await audit.seal()
    for (const statement of [
      "update audit_events set action = 'x'",
      "delete from audit_seals",
      "truncate audit_events",
      "delete from audit_events_2026_11",
      "drop table audit_months",
    ]) {
      await expect(audit.db.execute(statement)).rejects.toThrow()
    }
  })

  it("seals thousands of events a second", async () => {
    await audit.owner`insert into audit_events (at, action, actor_kind, request_id, detail)
      select '2026-11-21T01:00:00Z'::timestamptz + g * interval '1 ms', 'signin.start', 'visitor', 'r' || g, '{}'
      from generate_series(1, 10000) g`
    const floor = new SealFloor(0)
    const start = performance.now()
    while ((await audit.seal(november, floor)).more) {
      // the next batch
    }
    const perSecond = 10_000 / ((performance.now() - start) / 1000)
    expect(perSecond).toBeGreaterThan(2000)
    expect(await audit.faults()).toEqual([])
  })
})

describe("the floor of sealing", () => {
  it("rises only to what was sealed ten minutes ago", () => {
    const floor = new SealFloor(0)
    const minute = (count: number) => new Date(november.getTime() + count * 60_000)
    floor.note(minute(0), 100)
    floor.note(minute(9), 200)
    expect(floor.value).toBe(0)
    floor.note(minute(10), 300)
    expect(floor.value).toBe(100)
    floor.note(minute(19), 300)
    expect(floor.value).toBe(200)
  })

  it("starts at what had been sealed for ten minutes when sealing was last at work", async () => {
    await audit.happened(5)
    await audit.seal(november)
    await audit.happened(5)
    await audit.seal(new Date(november.getTime() + 601_000))
    expect((await openSealFloor(audit.db)).value).toBe(5)
  })
})
