import { fileURLToPath } from "node:url"
import { describe, expect, it } from "vitest"
import { en } from "@/lib/i18n/en"
import { th } from "@/lib/i18n/th"
import { importFaults } from "./check-fixture"
import { houseChecks } from "./house-check"
import { owedRefusals } from "./owed"
import { promiseFaults } from "./promise-faults"
import { codeUnder, readHouse, testsOf } from "./tree"
import { wordFaults } from "./word-faults"

const root = fileURLToPath(new URL("../..", import.meta.url))
const house = readHouse(root)

describe("the house", () => {
  it("was seen: there are screens, rooms, queries and tests", () => {
    for (const place of ["app/", "components/", "lib/", "db/queries/", "lib/kernel/", "lib/http/"]) {
      expect(codeUnder(house, place).length, place).toBeGreaterThan(0)
    }
    expect(testsOf(house).length).toBeGreaterThan(0)
  })
  it.each(Object.entries(houseChecks))("keeps rule %s", (rule, check) => {
    const owed = owedRefusals.map((code) => `${code} is provoked by no test`)
    const isOwed = rule === "3-refusals" ? owed : []
    expect(check(house).map(({ path, note }) => (isOwed.includes(note) ? note : `${path}: ${note}`))).toEqual(
      isOwed,
    )
  })
  it("keeps rule 7-floating-promise", () => {
    expect(promiseFaults(root, root)).toEqual([])
  }, 90_000)
  it("keeps rule 9-words", () => {
    expect(wordFaults(th, en)).toEqual([])
  })
  it("keeps the import rules, and modules were seen", async () => {
    const { rules, modules } = await importFaults(root)
    expect(rules).toEqual([])
    expect(modules).toBeGreaterThan(100)
  }, 60_000)
})
