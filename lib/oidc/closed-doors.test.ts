import { randomUUID } from "node:crypto"
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest"
import { settleEndedSignIns } from "@/db/queries/oidc-sign-outs"
import { oidcGrants, oidcSignOuts } from "@/db/schema/oidc"
import { OidcStage } from "@/db/testing/oidc-stage"
import { rightsSteps } from "@/db/testing/rights-steps"
import { useTestDatabase } from "@/db/testing/use-test-database"
import { bangkokDay } from "@/lib/i18n/dates"
import type { AccountActor } from "@/lib/kernel/actor"
import { openSession } from "@/lib/sessions/open-session"
import { assurances } from "@/lib/sessions/rules"
import { rolesAtDoor } from "@/lib/systems/roles-at-door"

const test = useTestDatabase()
const { admin, system } = rightsSteps(test)
const stage = new OidcStage(test)
const { now } = stage
const places = ["00", "36", "02360101", "06360207", "06400101"] as const
const people: AccountActor[] = []
const membershipOf = (one: AccountActor) => one.seats[0]?.membershipId ?? ""
let roles: Awaited<ReturnType<typeof system>>
let client: { id: string }

beforeAll(async () => {
  roles = await system()
  client = await stage.client(roles.code, { backchannelLogoutUri: "https://rp.example/out" })
  for (const [nth, place] of places.entries()) {
    const one = await admin(place)
    people.push(one)
    const role = [roles.recorder, roles.certifier, roles.viewer][nth % 3] ?? roles.viewer
    await test().owner`insert into grants (membership_id, system_role_id, state, state_changed_at, granted_at)
      values (${membershipOf(one)}, ${role}, 'active', now(), now())`
  }
  await test().owner`insert into provinces (code, name_th, name_en, region_th, region_en)
    select code, code, code, '', '' from unnest(array['36', '40']) code`
  await test().owner`update units set province_code = substr(code, 3, 2) where length(code) = 8`
})
beforeEach(async () => {
  await test().owner`truncate oidc_grants, oidc_sign_outs, opening_periods, system_units`
})
afterAll(() => test().owner`truncate oidc_grants`)

/** Everybody is signed in at the system, by the one role that each holds there. */
async function allSignedIn(): Promise<void> {
  const { db } = test()
  for (const one of people) {
    const [accountId, membershipId] = [one.accountId, membershipOf(one)]
    const browser = { address: null, userAgent: "test" }
    const how = { accountId, assurance: assurances.password, sharedComputer: false, browser, now }
    const { sessionId } = await db.transaction((tx) => openSession(tx, how))
    const grantId = randomUUID()
    const row = { grantId, clientId: client.id, accountId, membershipId, sessionId, createdAt: now }
    await db.insert(oidcGrants).values(row)
  }
}

describe("a system that is changed", () => {
  it("keeps signed in just those whom its door still lets in", { timeout: 60_000 }, async () => {
    await allSignedIn()
    const { owner, db } = test()
    let seed = 11
    const below = (most: number) => {
      seed = (seed * 48_271) % 2_147_483_647
      return seed % most
    }
    const one = <T>(...from: T[]) => from[below(from.length)] as T
    const seen = new Set<string>()
    for (let round = 0; round < 40; round++) {
      await owner`update systems set state = ${one("open", "open", "open", "closed", "not-connected")},
        open_to_kinds = ${one(null, null, ["sao"], ["pao", "sao"], [])},
        open_to_provinces = ${one(null, null, ["36"], ["40"])}, is_named_only = ${one(false, false, true)}
        where code = ${roles.code}`
      await owner`delete from opening_periods`
      await owner`delete from system_units`
      await owner`insert into system_units (system_code, unit_id) select ${roles.code}, id from units
        where code = any(${places.filter(() => below(2) === 0)})`
      for (let count = below(3); count > 0; count--) {
        const start = below(21) - 15
        const day = (offset: number) => bangkokDay(new Date(now.getTime() + offset * 86_400_000))
        await owner`insert into opening_periods
          (system_code, name_th, name_en, scope, opens_on, closes_on, created_at) values (${roles.code}, 'ก', 'a',
          ${one("all", "record", "certify")}, ${day(start)}, ${day(start + below(16))}, now()) on conflict do nothing`
      }
      const shut: string[] = []
      for (const person of people) {
        const at = { membershipId: membershipOf(person), systemCode: roles.code }
        const { open } = await rolesAtDoor(db, at, now)
        if (open.length === 0) shut.push(person.accountId)
      }
      const rollback = new Error("undone")
      await db
        .transaction(async (tx) => {
          await settleEndedSignIns(tx, { now, giveUpAt: now, atMost: 50 })
          const ended = await tx.select().from(oidcSignOuts)
          expect(ended.map(({ accountId }) => accountId).toSorted(), String(round)).toEqual(shut.toSorted())
          for (const { reason } of ended) seen.add(reason)
          if (shut.length < people.length) seen.add("in")
          throw rollback
        })
        .catch((error: unknown) => {
          if (error !== rollback) throw error
        })
    }
    expect([...seen].toSorted()).toEqual(["in", "period", "system", "unit"])
  })

  it("lets stay in, on its last day until midnight in Bangkok, who records in its period", async () => {
    await allSignedIn()
    await test().owner`update systems set state = 'open', open_to_kinds = null, open_to_provinces = null,
      is_named_only = false where code = ${roles.code}`
    await test().owner`insert into opening_periods
      (system_code, name_th, name_en, scope, opens_on, closes_on, created_at)
      values (${roles.code}, 'ก', 'a', 'record', '2026-11-01', '2026-11-30', now())`
    const ended = (text: string) =>
      settleEndedSignIns(test().db, { now: new Date(text), giveUpAt: now, atMost: 50 })
    expect(await ended("2026-11-30T23:59:59+07:00")).toBe(0)
    const recorders = people.filter((_, nth) => nth % 3 === 0).length
    expect(await ended("2026-12-01T00:00:00+07:00")).toBe(recorders)
  })
})
