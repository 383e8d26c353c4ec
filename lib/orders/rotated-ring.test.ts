import { beforeEach, describe, expect, it, vi } from "vitest"
import { inventedNationalId, makeAccount } from "@/db/factories/account"
import { orderSteps, secondsOn } from "@/db/testing/order-steps"
import { rings } from "@/db/testing/rings"
import { useTestDatabase } from "@/db/testing/use-test-database"
import type { KeyRing } from "@/lib/crypto/key-ring"
import { keyedHash } from "@/lib/crypto/keyed-hash"
import { look } from "@/lib/kernel/execute"
import { orderForReview } from "./for-review"
import { getOrder } from "./get-order"

const used = vi.hoisted(() => ({ ring: undefined as KeyRing | undefined }))
vi.mock("@/lib/crypto/ring", () => ({ keyRing: () => used.ring }))

const test = useTestDatabase()
const { acts, admin, by, drafted, row, submitted } = orderSteps(test)
const here = "06360207"
beforeEach(() => {
  used.ring = rings.before
})

describe("an order made before the ring got a new key, while it is being renewed", () => {
  it("names nobody twice, whichever key his number is hashed under", async () => {
    const maker = await admin(here)
    const nationalId = inventedNationalId()
    const number = await drafted(maker, here)
    const doing = acts(maker, here, number)
    await doing.save()
    expect((await doing.person({ nationalId })).ok).toBe(true)
    used.ring = rings.during
    expect(await doing.person({ nationalId })).toEqual({
      ok: false,
      refusal: { code: "orders.person-twice" },
    })
    const shown = await look(getOrder, by(maker, secondsOn(1)), { unitCode: here, number })
    expect(shown).toMatchObject({ value: { people: [{}] } })
  })

  it("tells the reviewer of the account and of the other request that name the same person", async () => {
    const maker = await admin(here)
    const account = await makeAccount(test().db)
    const { nationalId } = account
    await submitted(maker, here, { orderNumber: "71" }, [{ nationalId }])
    used.ring = rings.during
    const later = await submitted(maker, here, { orderNumber: "72" }, [{ nationalId }])
    const seen = async () => {
      const facts = await orderForReview(test().db, (await row(later)).id, secondsOn(2))
      const isWaiting = facts?.warnings.some(({ code }) => code === "same-person-waiting")
      return [facts?.people[0]?.hasAccount, isWaiting]
    }
    expect(await seen()).toEqual([true, true])
    // and the other way about: the person was renewed first
    const renewed = keyedHash(rings.during, "national-id", nationalId)
    await test().owner`update persons set national_id_hash = ${renewed}
      where id = (select person_id from accounts where id = ${account.id})`
    expect(await seen()).toEqual([true, true])
  })
})
