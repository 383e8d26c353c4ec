import { expect, it } from "vitest"
import { makeAccount } from "@/db/factories/account"
import { makeUnitTree } from "@/db/factories/unit-tree"
import { adminAppointments, departmentPosts, memberships } from "@/db/schema/access"
import { recoverySteps } from "@/db/testing/recovery-steps"
import { useTestDatabase } from "@/db/testing/use-test-database"
import { touchLiveSession } from "@/lib/sessions/live-session"
import { openSession } from "@/lib/sessions/open-session"
import { type Assurance, assurances } from "@/lib/sessions/rules"
import { stepUpSession } from "@/lib/sessions/step-up-session"

const test = useTestDatabase()
const { recovered } = recoverySteps(test)
const start = new Date("2026-11-21T01:30:00Z")
const later = (seconds: number) => new Date(start.getTime() + seconds * 1000)
const days3 = 72 * 3600

async function signedIn(accountId: string, assurance: Assurance, now: Date) {
  const browser = { address: null, userAgent: "test" }
  return test().db.transaction((tx) =>
    openSession(tx, { accountId, assurance, sharedComputer: false, browser, now }),
  )
}

/** What power a session gives: SSO Admin or not, roles at the Department, until when it is held. */
async function powerOf(token: string, now: Date) {
  const session = await touchLiveSession(test().db, token, now)
  return [session?.seats.map(({ isAdmin }) => isAdmin), session?.roles, session?.powersHeldUntil]
}

it("a recovered account has no power for 72 hours, but in a session in which ThaiID proved the person", async () => {
  const { db } = test()
  const [account, tree] = [await makeAccount(db), await makeUnitTree(db)]
  const [seat] = await db
    .insert(memberships)
    .values({
      accountId: account.id,
      unitId: tree["06360207"].id,
      post: "ทดสอบ",
      staffKind: "local-government",
      state: "active",
      validFrom: "2026-01-01",
    })
    .returning({ id: memberships.id })
  const order = { orderNumber: "1", orderYearBe: 2569, orderDate: "2026-01-01", validFrom: "2026-01-01" }
  await db.insert(adminAppointments).values({ membershipId: seat?.id ?? "", ...order })
  await db.insert(departmentPosts).values({ accountId: account.id, role: "officer", grantedAt: start })
  const powerful = [[true], ["officer"], null]

  const before = await signedIn(account.id, assurances.passwordAndMailedCode, start)
  expect(await powerOf(before.token, start)).toEqual(powerful)
  expect((await recovered(account, start)).ok).toBe(true)
  const held = [[false], [], later(days3)]
  const after = await signedIn(account.id, assurances.passwordAndMailedCode, start)
  expect(await powerOf(after.token, later(1))).toEqual(held)
  const byThaid = await signedIn(account.id, assurances.thaid, start)
  expect(await powerOf(byThaid.token, later(1))).toEqual(powerful)
  // the other session gains nothing from that, but by ThaiID of its own
  expect(await powerOf(after.token, later(2))).toEqual(held)
  const stepped = await db.transaction((tx) =>
    stepUpSession(tx, { sessionId: after.sessionId, acr: assurances.thaid.acr, now: later(3) }),
  )
  expect(await powerOf(stepped ?? "", later(3))).toEqual(powerful)
  const last = await signedIn(account.id, assurances.passwordAndMailedCode, later(days3 - 10))
  expect(await powerOf(last.token, later(days3 - 1))).toEqual(held)
  expect(await powerOf(last.token, later(days3))).toEqual(powerful)
})
