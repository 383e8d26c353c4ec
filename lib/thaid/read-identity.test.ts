import { describe, expect, it } from "vitest"
import { evidence, pid, useThaidTest } from "@/db/testing/use-thaid-test"

const { proof } = useThaidTest()

describe("the person in an ID token", () => {
  it.each([
    ["no pid and a sub that is no number", { pid: undefined, sub: "a3f1c6d2" }, "pid-missing"],
    ["a bad check digit", { pid: "1234567890122" }, "pid-malformed"],
    ["twelve digits", { pid: "123456789012" }, "pid-malformed"],
    ["Thai digits", { pid: "๑๒๓๔๕๖๗๘๙๐๑๒๑" }, "pid-malformed"],
    ["dashes", { pid: "1-2345-67890-12-1" }, "pid-malformed"],
  ])("with %s is our configuration's fault", async (_, change, why) => {
    expect(await proof(change)).toEqual({ kind: "misconfigured", why })
  })

  it("is taken from sub where pid is absent, and the evidence says so", async () => {
    expect(await proof({ pid: undefined })).toEqual({ pid, evidence: { ...evidence, pidFrom: "sub" } })
  })

  it.each(["1.1", "2.2", "2", "0", "none", ""])("of assurance “%s” is refused", async (ial) => {
    expect(await proof({ ial })).toEqual({ kind: "ial-too-low", why: "ial-too-low" })
  })

  it.each(["2.3", "2.10", "3", "2.3.1", 3])("of assurance %s is enough", async (ial) => {
    expect(await proof({ ial })).toEqual({ pid, evidence: { ...evidence, ial: String(ial) } })
  })

  it("of untold assurance is assumed to have the least that is taken, and the evidence says so", async () => {
    expect(await proof({ ial: undefined })).toEqual({ pid, evidence: { ...evidence, ial: "assumed 2.3" } })
  })

  it("is refused with an expired card, and taken on the card's last day in Bangkok", async () => {
    expect(await proof({ date_of_expiry: "2026-11-20" })).toEqual({
      kind: "card-expired",
      why: "card-expired",
    })
    expect(await proof({ date_of_expiry: "soon" })).toHaveProperty("kind", "card-expired")
    expect(await proof({ date_of_expiry: "2026-11-21" })).toEqual({
      pid,
      evidence: { ...evidence, card: "valid" },
    })
  })
})
