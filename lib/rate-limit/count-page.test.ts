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

  it("are counted in memory at first, and known to others a second later, or at once beyond the limit", async () => {
    const { db, owner } = test()
    const kept = async () => {
      const [row] =
        await owner`select max(count)::int as count from rate_limits where window_ends_at = ${later(3660)}`
      return row?.count
    }
    const at = later(3600)
    for (let nth = 0; nth < 10; nth++) await countPage(db, "192.0.2.3", at)
    expect(await kept()).toBe(1)
    await expect.poll(kept, { timeout: 5000 }).toBe(10)
    const rest = Array.from({ length: env.ADDRESS_PAGE_LIMIT - 10 }, () => countPage(db, "192.0.2.3", at))
    expect((await Promise.all(rest)).every((one) => one.allowed)).toBe(true)
    expect(await countPage(db, "192.0.2.3", at)).toEqual({ allowed: false, until: later(3660) })
    expect(await peekAtPage(db, "192.0.2.3", at)).toEqual({ allowed: false, until: later(3660) })
  })

  it("are counted for no address in words that could be read back", async () => {
    const [row] = await test().owner`select string_agg(encode(key, 'escape'), ' ') as keys from rate_limits`
    expect(row?.keys).not.toContain("192.0.2")
  })
})
