import { beforeAll, beforeEach } from "vitest"
import { makeAccount } from "@/db/factories/account"
import { makeUnitTree } from "@/db/factories/unit-tree"
import { adminAppointments, departmentPosts, memberships } from "@/db/schema/access"
import type { Database } from "@/db/types"
import type { AccountActor } from "@/lib/kernel/actor"
import { execute } from "@/lib/kernel/execute"
import { openSession } from "@/lib/sessions/open-session"
import { assurances } from "@/lib/sessions/rules"
import { changeThaidDuty } from "@/lib/signin/change-thaid-duty"
import { startSignIn } from "@/lib/signin/start-sign-in"
import type { ThaidStandIn } from "./thaid-stand-in"
import { mailedCodes } from "./use-sign-in-test"
import { later, start, useThaidSignInTest } from "./use-thaid-sign-in-test"

type Account = Awaited<ReturnType<typeof makeAccount>>

const browser = { address: "192.0.2.8", userAgent: "test" }

/** So many days after these tests begin. */
export const days = (count: number) => later(count * 24 * 60 * 60)

const date = (count: number) => days(count).toISOString().slice(0, 10)

/** The day that begins so many days on, in three fields. */
export const typed = (count: number) => {
  const [year = "", month = "", day = ""] = date(count).split("-")
  return { day, month, year }
}

/** When that day begins in Bangkok. */
export const midnight = (count: number) => new Date(`${date(count)}T00:00:00+07:00`)

type Place = "admin" | "department" | "nobody"

/** Somebody who holds a place: an SSO Admin of a unit, one of the Department's own people, or neither. */
async function makeHolder(db: Database, unitId: string, place: Place): Promise<Account> {
  const account = await makeAccount(db)
  const accountId = account.id
  if (place === "department")
    await db.insert(departmentPosts).values({ accountId, role: "administrator", grantedAt: start })
  if (place === "admin") {
    const held = { post: "ทดสอบ", staffKind: "local-government", state: "active" } as const
    const row = { accountId, unitId, ...held, validFrom: "2026-01-01" }
    const [{ id: membershipId } = { id: "" }] = await db
      .insert(memberships)
      .values(row)
      .returning({ id: memberships.id })
    const order = { orderNumber: "1", orderYearBe: 2569, orderDate: "2026-01-01" }
    await db.insert(adminAppointments).values({ membershipId, ...order, validFrom: "2026-01-01" })
  }
  return account
}

/** For a test file: people of each group, an administrator who sets their duty, and ways to knock. */
export function useThaidDutyTest(service: ThaidStandIn) {
  const { database, at, signIn } = useThaidSignInTest(service)
  const db = () => database().db
  const owner = () => database().owner
  let unitId = ""
  let administrator: Account
  beforeAll(async () => {
    unitId = (await makeUnitTree(db()))["06360207"].id
    administrator = await made("department")
  })
  beforeEach(() => owner()`delete from settings`)

  const made = (place: Place) => makeHolder(db(), unitId, place)

  /** The administrator, who has just proved who he is. */
  const acting = (now: Date): AccountActor => ({
    kind: "account",
    accountId: administrator.id,
    sessionId: administrator.id,
    steppedUpAt: now,
    seats: [],
    roles: ["administrator"],
  })

  /** Sets the duty of a group. */
  const set = (version: number, group: string, day: object, more: object = {}, now = start) => {
    const empty = { day: "", month: "", year: "", lifted: false, confirmed: false }
    const input = { version, group, ...empty, ...day, ...more }
    return execute(changeThaidDuty, { ...at(now), actor: acting(now) }, input)
  }

  /** Whether ThaiID has let the administrator in once. */
  const prove = (at: Date | null) =>
    owner()`update accounts set thaid_proved_at = ${at} where id = ${administrator.id}`

  /** The password step. */
  const knock = ({ username, password }: Account, now: Date) =>
    execute(startSignIn, at(now), { username, password, sharedComputer: false, locale: "th", browser })

  /** The password step where a code comes next. */
  const begun = async (account: Account, now: Date) => {
    const answer = await knock(account, now)
    if (!(answer.ok && answer.value.next === "code")) throw new Error(JSON.stringify(answer))
    const [code = ""] = await mailedCodes(owner(), account.email ?? "")
    return { flow: answer.value.flow, code, locale: "th", browser }
  }

  /** A session that runs, by whatever way it began. */
  const running = async ({ id: accountId }: Account, how: keyof typeof assurances, now: Date) => {
    const given = { accountId, assurance: assurances[how], sharedComputer: false, browser, now }
    const { sessionId } = await db().transaction((tx) => openSession(tx, given))
    return { kind: "account", accountId, sessionId, seats: [], roles: [] } satisfies AccountActor
  }

  return {
    at,
    owner,
    signIn,
    made,
    acting,
    set,
    prove,
    knock,
    begun,
    running,
    administrator: () => administrator,
  }
}
