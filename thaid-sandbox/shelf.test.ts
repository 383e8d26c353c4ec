import { describe, expect, it } from "vitest"
import { checkDigit, isNationalId } from "./national-id"
import { PendingSignIns } from "./pending"
import { ownPersons } from "./persons"
import { Shelf } from "./shelf"

describe("memory", () => {
  it("is bounded: the oldest makes room, and what has expired is swept", () => {
    let now = 0
    const shelf = new Shelf<number>(3, () => now)
    for (let count = 0; count < 10; count++) shelf.put(String(count), count, 1000)
    expect(shelf.values()).toEqual([7, 8, 9])
    now = 1000
    expect([shelf.get("9"), shelf.values()]).toEqual([undefined, []])
    shelf.put("new", 1, 1000)
    expect(shelf.size).toBe(1)
  })
  it("gives a thing out once when it is taken", () => {
    const shelf = new Shelf<string>(3, () => 0)
    shelf.put("code", "grant", 1000)
    expect([shelf.take("code"), shelf.take("code")]).toEqual(["grant", undefined])
  })
  it("holds five thousand sign-ins and no more", () => {
    const pending = new PendingSignIns(120, () => 0)
    const request = {
      clientId: "c",
      redirectUri: "r",
      scopes: [],
      state: "s",
      nonce: null,
      codeChallenge: null,
    }
    const [first, ...others] = Array.from({ length: 5001 }, () => pending.start(request))
    expect([pending.byId(first?.id ?? ""), pending.byRefCode(first?.refCode ?? "")]).toEqual([
      undefined,
      undefined,
    ])
    expect(pending.waiting()).toHaveLength(5000)
    expect(new Set(others.map(({ refCode }) => refCode)).size).toBe(5000)
  })
})

describe("a national ID", () => {
  it.each([
    ["1234567890121", true],
    ["1234567890122", false],
    ["123456789012", false],
    ["๑๒๓๔๕๖๗๘๙๐๑๒๑", false],
  ])("%s: %s", (text, isGood) => expect(isNationalId(text)).toBe(isGood))
  it("ends in a digit from 0 to 9, whatever the others are", () => {
    const digits = Array.from({ length: 200 }, (_, at) =>
      checkDigit(String(at * 4_999_999).padStart(12, "1")),
    )
    expect([...new Set(digits)].sort()).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9])
  })
  it("of the sandbox's own persons is good", () => {
    expect(ownPersons.every(({ nationalId }) => isNationalId(nationalId))).toBe(true)
  })
})
