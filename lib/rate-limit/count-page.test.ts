import { describe, expect, it } from "vitest"
import { useTestDatabase } from "@/db/testing/use-test-database"
import { env } from "@/lib/env"
import { countPage, peekAtPage } from "./count-page"

const test = useTestDatabase()
const now = new Date("2026-11-21T02:00:00Z")
const later = (seconds: number) => new Date(now.getTime() + seconds * 1000)

describe("pages of the public lookup", () => {
  it("are shown as often as the limit says, even to many at once, and again when the minute is over", async () => {
    const { db } = test()
    const many = await Promise.all(
      Array.from({ length: env.ADDRESS_PAGE_LIMIT + 5 }, () => countPage(db, "192.0.2.1", now)),
    )
    expect(many.filter((one) => one.allowed)).toHaveLength(env.ADDRESS_PAGE_LIMIT)
    expect(await peekAtPage(db, "192.0.2.1", later(59))).toEqual({ allowed: false, until: later(60) })
    expect(await countPage(db, "192.0.2.2", now)).toEqual({ allowed: true })
    expect(await peekAtPage(db, "192.0.2.1", later(60))).toEqual({ allowed: true })
    expect(await countPage(db, "192.0.2.1", later(60))).toEqual({ allowed: true })
  })

  it("are counted for no address in words that could be read back", async () => {
    const [row] = await test().owner`select string_agg(encode(key, 'escape'), ' ') as keys from rate_limits`
    expect(row?.keys).not.toContain("192.0.2")
  })
})
