import { describe, expect, it } from "vitest"
import { december, useAuditTest } from "@/db/testing/use-audit-test"
import { keyRing } from "@/lib/crypto/ring"
import { closeMonths } from "./close-months"
import type { HeadLine } from "./head-file"

const audit = useAuditTest()

describe("a month", () => {
  it("closes an hour after its end, and only when all of it is sealed", async () => {
    await audit.happened(3)
    expect(await closeMonths(audit.db, keyRing(), december)).toEqual([])
    await audit.seal()
    expect(await closeMonths(audit.db, keyRing(), new Date(december.getTime() - 1))).toEqual([])
    const [closed] = await closeMonths(audit.db, keyRing(), december)
    expect([closed?.month, closed?.links, closed?.position]).toEqual(["2026-11-01", 3, 1])
    expect(await audit.faults([], december)).toEqual([])
  })

  it("takes in nothing once closed, and shows what was put in", async () => {
    await audit.happened(3)
    await audit.seal()
    await closeMonths(audit.db, keyRing(), december)
    await audit.happened(1, new Date("2026-11-30T23:59:59Z"))
    expect((await audit.seal(december)).sealed).toBe(0)
    expect(await audit.faults([], december)).toEqual(["unsealed"])
  })

  it("shows a cut tail, a changed record and a missing record", async () => {
    await audit.happened(3)
    await audit.seal()
    const [closed] = await closeMonths(audit.db, keyRing(), december)
    const written: HeadLine = {
      kind: "closed",
      month: "2026-11-01",
      position: 1,
      mac: closed?.closingMac.toString("hex") ?? "",
    }
    await audit.owner`delete from audit_seals where link = 3`
    await audit.owner`delete from audit_events where seq = 3`
    expect(await audit.faults([written], december)).toEqual(["month-differs"])
    await audit.owner`update audit_months set links = 2`
    expect(await audit.faults([written], december)).toEqual(["closing-differs", "month-differs"])
    await audit.owner`delete from audit_months`
    expect(await audit.faults([written], december)).toEqual(["closing-differs"])
  })
})
