import { describe, expect, it } from "vitest"
import { december, november, useAuditTest } from "@/db/testing/use-audit-test"
import { closeMonths } from "@/lib/audit/close-months"
import { keyRing } from "@/lib/crypto/ring"
import { dropMonth } from "./drop-month"

const audit = useAuditTest()
const twoYearsOn = new Date("2028-12-01T00:00:00Z")

describe("a month of the audit", () => {
  it("can go two years after its end once it is closed, and the rest still verifies", async () => {
    await audit.happened(5)
    await audit.happened(5, new Date("2026-12-02T00:00:00Z"))
    await audit.seal(december)
    const head = await audit.headNow()
    const january = new Date("2027-01-02T00:00:00Z")
    expect((await closeMonths(audit.db, keyRing(), january)).map((row) => row.month)).toEqual([
      "2026-11-01",
      "2026-12-01",
    ])
    expect(await dropMonth(audit.ownerUrl, "2026-11", twoYearsOn)).toBe("dropped")
    expect(await audit.faults([head], twoYearsOn)).toEqual([])
    expect(await audit.owner`select 1 from audit_events where at < '2026-12-01T00:00:00Z'`).toHaveLength(0)
    expect(await dropMonth(audit.ownerUrl, "2026-11", twoYearsOn)).toBe("not-there")
  })

  it("stays while it is young, not closed, or not a month", async () => {
    await audit.happened(1)
    await audit.seal(november)
    expect(await dropMonth(audit.ownerUrl, "2026-11", new Date("2028-11-30T23:59:59Z"))).toBe("too-young")
    expect(await dropMonth(audit.ownerUrl, "2026-11", twoYearsOn)).toBe("not-closed")
    expect(await dropMonth(audit.ownerUrl, "2026-11'; drop table audit_months", twoYearsOn)).toBe(
      "not-a-month",
    )
  })

  it("cannot be gone before its time without being missed", async () => {
    await audit.happened(1)
    await audit.seal(november)
    await closeMonths(audit.db, keyRing(), december)
    await audit.owner.unsafe("drop table audit_events_2026_11; drop table audit_seals_2026_11")
    expect(await audit.faults([], new Date("2028-11-30T00:00:00Z"))).toEqual(["month-missing"])
  })
})
