import { describe, expect, it } from "vitest"
import { HashingBusy, hashPassword, verifyPassword } from "./password-hash"

describe("a password's hash", () => {
  it("is argon2id with the parameters that the policy names", async () => {
    expect(await hashPassword("หนึ่งสองสามสี่ห้าหกเจ็ด")).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
  })
  it("knows the password typed on another keyboard, and no other", async () => {
    const stored = await hashPassword("สระำและ ｆｕｌｌ")
    expect(await verifyPassword(stored, "สระำและ full")).toBe(true)
    expect(await verifyPassword(stored, "สระำและ ful")).toBe(false)
  })
  it("counts every character of a long one", async () => {
    const long = "ก".repeat(127)
    const stored = await hashPassword(`${long}ข`)
    expect(await verifyPassword(stored, `${long}ข`)).toBe(true)
    expect(await verifyPassword(stored, `${long}ค`)).toBe(false)
  })
  it("is no one's when it is malformed", async () => {
    expect(await verifyPassword("$argon2id$broken", "x")).toBe(false)
  })
  it("is refused at once when a flood waits for one already", async () => {
    const flood = Array.from({ length: 200 }, () =>
      hashPassword("x").then(
        () => "done",
        (thrown: unknown) => thrown,
      ),
    )
    const results = await Promise.all(flood)
    expect(results.filter((one) => one === "done").length).toBeGreaterThanOrEqual(64)
    expect(results.filter((one) => one instanceof HashingBusy).length).toBeGreaterThan(100)
    expect(await hashPassword("after the flood")).toContain("argon2id")
  })
})
