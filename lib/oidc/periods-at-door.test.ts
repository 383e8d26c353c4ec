import { expect, it } from "vitest"
import { useOidcParty } from "@/db/testing/use-oidc-party"
import { bangkokDay } from "@/lib/i18n/dates"
import { type OpeningPeriod, openingFor } from "@/lib/systems/rules"
import { bearerOfGrant } from "./account"

const { test, stage, party, official, systemCode } = useOidcParty()

it("reads few of a system's periods, and decides by them as by all", { timeout: 60_000 }, async () => {
  await party().signIn(official())
  const { owner, db } = test()
  const [grant] = await owner`select grant_id from oidc_grants where account_id = ${official().accountId}`
  const today = bangkokDay(stage.now)
  const day = (offset: number) => bangkokDay(new Date(stage.now.getTime() + offset * 86_400_000))
  let seed = 7
  const below = (most: number) => {
    seed = (seed * 48_271) % 2_147_483_647
    return seed % most
  }
  const seen = new Set<string>()
  for (let round = 0; round < 60; round++) {
    const all = new Map<string, OpeningPeriod>()
    for (let count = below(9); count > 0; count--) {
      const [start, scope] = [below(41) - 20, (["all", "record", "certify"] as const)[below(3)] ?? "all"]
      const period = {
        nameTh: "ก",
        nameEn: "a",
        scope,
        opensOn: day(start),
        closesOn: day(start + below(12)),
      }
      all.set(`${scope} ${period.opensOn}`, period)
    }
    await owner`delete from opening_periods where system_code = ${systemCode()}`
    for (const { nameTh, nameEn, scope, opensOn, closesOn } of all.values())
      await owner`insert into opening_periods (system_code, name_th, name_en, scope, opens_on, closes_on, created_at)
        values (${systemCode()}, ${nameTh}, ${nameEn}, ${scope}, ${opensOn}, ${closesOn}, now())`
    const [held] = (await bearerOfGrant(db, String(grant?.grant_id), stage.now))?.held ?? []
    if (!held) throw new Error("the right is not there")
    expect(held.periods.length).toBeLessThanOrEqual(3)
    for (const role of [
      { records: true, certifies: false },
      { records: false, certifies: true },
      { records: false, certifies: false },
    ]) {
      const wanted = openingFor([...all.values()], role, today)
      expect(openingFor(held.periods, role, today).is).toBe(wanted.is)
      seen.add(wanted.is)
    }
  }
  expect([...seen].toSorted()).toEqual(["always", "in-period", "out-of-period"])
})
