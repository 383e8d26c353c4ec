import { describe, expect, it } from "vitest"
import { useTestDatabase } from "@/db/testing/use-test-database"
import { visitor } from "@/lib/kernel/actor"
import { look } from "@/lib/kernel/execute"
import { getManuals } from "@/lib/manuals/get-manuals"
import { ensureManuals } from "./ensure-manuals"

const test = useTestDatabase()
const now = new Date("2026-11-21T02:00:00Z")

const seen = async () => {
  const result = await look(getManuals, { db: test().db, actor: visitor, now, requestId: "r" }, {})
  return result.ok ? result.value : []
}

describe("the manuals that the portal brings along", () => {
  it("are published once, however many starts there are at once", async () => {
    await Promise.all([1, 2, 3].map(() => ensureManuals(test().db, { now })))
    await ensureManuals(test().db, { now })
    const manuals = await seen()
    expect(manuals.map(({ slug, current }) => [slug, current.version])).toEqual([
      ["official", 1],
      ["sso-admin", 1],
    ])
    for (const { current, older } of manuals) {
      expect(older).toEqual([])
      expect(current.pages).toBeGreaterThanOrEqual(3)
      expect(current.sizeBytes).toBeLessThan(400 * 1024)
    }
  })

  it("are renewed by an upgrade, but never over what an officer has published", async () => {
    const [manual] = await seen()
    const { owner, db } = test()
    await owner`update manual_versions set sha256 = (select sha256 from manual_versions v join manuals m on m.id = v.manual_id where m.slug = 'sso-admin') where version = 1`
    await ensureManuals(db, { now })
    expect((await seen()).map(({ current }) => current.version)).toEqual([2, 1])
    expect(manual?.slug).toBe("official")
  })
})
