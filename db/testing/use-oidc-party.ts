import { afterAll, beforeAll } from "vitest"
import type { AccountActor } from "@/lib/kernel/actor"
import { OidcParty } from "./oidc-party"
import { OidcStage } from "./oidc-stage"
import { rightsSteps } from "./rights-steps"
import { useTestDatabase } from "./use-test-database"

/** A provider, a system with a client that has discovered it, and an official who holds the system's recording role. */
export function useOidcParty() {
  const test = useTestDatabase()
  const { admin, system, does } = rightsSteps(test)
  const stage = new OidcStage(test)
  const known: { party?: OidcParty; systemCode?: string; official?: AccountActor } = {}
  beforeAll(async () => {
    await stage.open()
    const roles = await system()
    const official = await admin("06360207")
    const given = await does(await admin("06360207"), "grant", official, roles.recorder)
    if (!given.ok) throw new Error("the right was not given")
    const client = await stage.client(roles.code, {
      postLogoutRedirectUris: ["https://rp.example/bye"],
      backchannelLogoutUri: "https://rp.example/backchannel",
    })
    const party = new OidcParty(stage, client)
    await party.discover()
    Object.assign(known, { party, systemCode: roles.code, official })
  })
  afterAll(() => stage.close())
  const there = <K extends keyof typeof known>(key: K) => {
    const value = known[key]
    if (value === undefined) throw new Error(`${key} is there once the tests have begun`)
    return value as NonNullable<(typeof known)[K]>
  }
  return {
    test,
    stage,
    party: () => there("party"),
    official: () => there("official"),
    systemCode: () => there("systemCode"),
  }
}
