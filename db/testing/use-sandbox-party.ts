import * as openid from "openid-client"
import { beforeAll, beforeEach } from "vitest"
import { OidcParty } from "./oidc-party"
import { useOidcParty } from "./use-oidc-party"

/** A real system and a client for trying it out, each of which has discovered its provider; `sao` is chosen there. */
export function useSandboxParty() {
  const real = useOidcParty()
  const { stage } = real
  const sao = { role: "recorder", unit: "06990101" }
  const known: { trial?: OidcParty } = {}
  const trial = () => {
    if (!known.trial) throw new Error("it is there once the tests have begun")
    return known.trial
  }
  beforeAll(async () => {
    const more = { isSandbox: true, postLogoutRedirectUris: ["https://rp.example/bye"] }
    known.trial = new OidcParty(stage, await stage.client(real.systemCode(), more), "/oidc/sandbox")
    await known.trial.discover()
  })
  beforeEach(() => {
    stage.chosen = sao
    stage.faults.length = 0
  })
  const scope = "openid profile email unit roles offline_access"
  return {
    ...real,
    trial,
    sao,
    /** All scopes that a client may have but the national ID. */
    everything: { scope, prompt: "consent" },
    /** What the userinfo endpoint tells. */
    facts: (at: OidcParty, token: string) => openid.fetchUserInfo(at.config, token, openid.skipSubjectCheck),
    /** Through the choice to tokens, in a browser in which a real person is signed in. */
    tried: (more: Record<string, string> = {}) =>
      trial().signIn(real.official(), { scope, prompt: "consent", ...more }),
  }
}
