import { beforeAll, describe, expect, it } from "vitest"
import { makeAccount } from "@/db/factories/account"
import { makeUnitTree, type TreeCode, type TreeUnit } from "@/db/factories/unit-tree"
import { adminAppointments, memberships } from "@/db/schema/access"
import { emailSteps, later, no, not, start, startDate } from "@/db/testing/email-steps"
import { useTestDatabase } from "@/db/testing/use-test-database"
import { look } from "@/lib/kernel/execute"
import { getMyEmail } from "./get-my-email"

const test = useTestDatabase()
const { addressOf, askFrom, at, begin, codeTo, confirm, fresh, knock, mailed, signedIn, unconfirmed } =
  emailSteps(test)
let tree: Readonly<Record<TreeCode, TreeUnit>>

beforeAll(async () => {
  tree = await makeUnitTree(test().db)
})

async function seat(account: { readonly id: string }, code: TreeCode, isAdmin = false): Promise<void> {
  const { db } = test()
  const [row] = await db
    .insert(memberships)
    .values({
      accountId: account.id,
      unitId: tree[code].id,
      post: "ทดสอบ",
      staffKind: "local-government",
      state: "active",
      validFrom: "2026-01-01",
    })
    .returning({ id: memberships.id })
  if (!isAdmin || !row) return
  const order = { orderNumber: "1", orderYearBe: 2569, orderDate: "2026-01-01", validFrom: "2026-01-01" }
  await db.insert(adminAppointments).values({ membershipId: row.id, ...order })
}

describe("before the second factor's start date", () => {
  it("an official without an e-mail signs in by password alone, sets one, and its SSO Admin is told", async () => {
    await askFrom(startDate)
    const [official, admin, elsewhere] = [
      await unconfirmed(),
      await makeAccount(test().db),
      await makeAccount(test().db),
    ]
    await seat(official, "06360207")
    await seat(admin, "06360207", true)
    await seat(elsewhere, "3602", true)
    const door = await knock(official)
    expect(door).toMatchObject({ ok: true, value: { next: "portal" } })
    const actor = await signedIn(official)
    const email = fresh()
    expect(
      (await begin(actor, ` ${email.replace("test.example", "TEST.example")} `, official.password)).ok,
    ).toBe(true)
    expect(await addressOf(official)).toEqual({ email: null, verified: false })
    expect((await confirm(actor, await codeTo(email))).ok).toBe(true)
    expect(await addressOf(official)).toEqual({ email, verified: true })
    expect((await mailed(admin.email ?? "")).map((mail) => mail.template)).toEqual(["email-set"])
    expect((await mailed(admin.email ?? ""))[0]?.props.name).toBe("ทดสอบ ระบบ")
    expect(await mailed(elsewhere.email ?? "")).toEqual([])
    const events = await test().owner`
      select action, refusal, detail from audit_events where actor_id = ${official.id} and action like 'email.%' order by seq`
    expect(events).toEqual([
      { action: "email.start-change", refusal: null, detail: { hadConfirmed: false } },
      {
        action: "email.confirm",
        refusal: null,
        detail: { hadConfirmed: false, toldFormer: false, toldAdmins: 1 },
      },
    ])
  })

  it("the office above is told where the unit has no SSO Admin, and nobody of himself", async () => {
    const [lonely, office] = [await unconfirmed("typed-wrong@test.example"), await makeAccount(test().db)]
    await seat(lonely, "06400101")
    await seat(office, "4001", true)
    const actor = await signedIn(lonely)
    const email = fresh()
    await begin(actor, email, lonely.password)
    expect((await confirm(actor, await codeTo(email))).ok).toBe(true)
    expect((await mailed(office.email ?? "")).map((mail) => mail.template)).toEqual(["email-set"])
    // the address before was never confirmed, yet may be the right one
    expect((await mailed("typed-wrong@test.example")).map((mail) => mail.template)).toEqual(["email-changed"])
  })
})

describe("a confirmed address", () => {
  it("changes by the codes of both addresses, on the start date and after it; the former is told", async () => {
    for (const from of [startDate, start]) {
      await askFrom(from)
      const account = await makeAccount(test().db)
      const [actor, email, former] = [await signedIn(account), fresh(), account.email ?? ""]
      expect((await begin(actor, email, account.password)).ok).toBe(true)
      const [code, formerCode] = [await codeTo(email), await codeTo(former)]
      expect(await confirm(actor, code)).toEqual(no("invalid"))
      expect(await confirm(actor, code, not(formerCode))).toEqual(no("email.code-wrong", { left: 4 }))
      expect(await confirm(actor, not(code), formerCode)).toEqual(no("email.code-wrong", { left: 3 }))
      expect(await addressOf(account)).toEqual({ email: former, verified: true })
      expect((await confirm(actor, code, formerCode)).ok).toBe(true)
      expect(await addressOf(account)).toEqual({ email, verified: true })
      expect((await mailed(former))[0]?.template).toBeDefined()
      expect((await mailed(former)).map((mail) => mail.template).toSorted()).toEqual([
        "email-changed",
        "email-code",
      ])
    }
  })

  it("does not change to what it is", async () => {
    const account = await makeAccount(test().db)
    expect(await begin(await signedIn(account), account.email ?? "", account.password)).toEqual(
      no("email.same"),
    )
  })

  it("changes once of two at once", async () => {
    const account = await makeAccount(test().db)
    const [actor, email] = [await signedIn(account), fresh()]
    await begin(actor, email, account.password)
    const [code, formerCode] = [await codeTo(email), await codeTo(account.email)]
    const both = await Promise.all([confirm(actor, code, formerCode), confirm(actor, code, formerCode)])
    expect(both.map((one) => (one.ok ? "changed" : one.refusal.code)).toSorted()).toEqual([
      "changed",
      "email.change-gone",
    ])
  })
})

describe("from the start date on", () => {
  it("a password alone sets no address, neither begun nor begun the day before", async () => {
    await askFrom(startDate)
    const account = await unconfirmed()
    const [actor, email] = [await signedIn(account), fresh()]
    await begin(actor, email, account.password)
    await askFrom(start)
    expect(await confirm(actor, await codeTo(email))).toEqual(no("email.not-by-password"))
    expect(await begin(actor, email, account.password, later(60))).toEqual(no("email.not-by-password"))
    expect(await addressOf(account)).toEqual({ email: null, verified: false })
    expect(await look(getMyEmail, at(actor), {})).toMatchObject({ ok: true, value: { isSettable: false } })
  })
})
