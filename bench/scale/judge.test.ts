import { describe, expect, it } from "vitest"
import { useTestDatabase } from "@/db/testing/use-test-database"
import { figuresOf, percentile, wholeReads } from "./judge"
import { plansOf } from "./plans"

const test = useTestDatabase()
const none: ReadonlySet<string> = new Set()

describe("what the bench of scale judges by", () => {
  it("takes the nearest rank: 95 of 100 answers are not slower", () => {
    const hundred = Array.from({ length: 100 }, (_, at) => 100 - at)
    expect(percentile(hundred, 0.95)).toBe(95)
    expect(percentile(hundred, 0.5)).toBe(50)
    expect(percentile([7], 0.95)).toBe(7)
  })

  it("lets 1.5 times pass and nothing above it", () => {
    const all = (value: number) => Array.from({ length: 200 }, () => value)
    expect(figuresOf({ once: all(2), tenfold: all(3) })).toMatchObject({ ratio: 1.5, isWithin: true })
    expect(figuresOf({ once: all(2), tenfold: all(3.01) }).isWithin).toBe(false)
    const spiked = [...all(2).slice(11), ...Array.from({ length: 11 }, () => 9)]
    expect(figuresOf({ once: all(2), tenfold: spiked }).isWithin).toBe(false)
  })

  it("finds a planted sequential scan in both plans of a real statement, however deep it lies", async () => {
    const text = `select u.code from units u where u.id in
      (select m.unit_id from memberships m where m.post = $1 limit 5)`
    const plans = await plansOf(test().owner, { text, values: ["ปลัด ' อบต."] })
    expect(plans.map(({ plan }) => wholeReads(plan, none))).toEqual([
      ["sequential scan of memberships"],
      ["sequential scan of memberships"],
    ])
  })

  it("finds an index that is read to its end, and lets one pass that a limit stops or a condition narrows", async () => {
    const { owner } = test()
    const reads = async (text: string) => {
      const [made] = await owner.begin(async (tx) => {
        await tx`set local enable_seqscan = off`
        await tx`set local enable_bitmapscan = off`
        return plansOf(tx, { text, values: ["x"] })
      })
      return made ? wholeReads(made.plan, none) : undefined
    }
    expect(await reads("select code from units where name_en <> $1 order by code")).toEqual([
      "all of index units_code_unique of units",
    ])
    expect(await reads("select code from units where name_en <> $1 order by code limit 3")).toEqual([])
    expect(await reads("select name_th from units where code = $1")).toEqual([])
  })

  it("lets a table of fixed size be read whole", async () => {
    const [made] = await plansOf(test().owner, {
      text: "select code from provinces where name_th <> $1",
      values: ["ก"],
    })
    expect(made?.plan["Node Type"]).toBe("Seq Scan")
    expect(made && wholeReads(made.plan, none)).toEqual([])
  })
})
