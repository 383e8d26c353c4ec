import { createHash } from "node:crypto"
import { describe, expect, it } from "vitest"
import { useSandboxParty } from "@/db/testing/use-sandbox-party"

const { test, stage, party, official, trial, sao, everything, facts, tried } = useSandboxParty()
const base = "/oidc/sandbox"

describe("tokens and sessions of the two", () => {
  it("are worth nothing at the other", async () => {
    const [real, invented] = [await party().signIn(official(), everything), await tried()]
    await expect(facts(party(), invented.tokens.access_token)).rejects.toThrow()
    await expect(facts(trial(), real.tokens.access_token)).rejects.toThrow()
    const refresh = (token = "") => ({ grant_type: "refresh_token", refresh_token: token })
    for (const [at, path, token] of [
      [party(), "/oidc/token", invented.tokens.refresh_token],
      [trial(), `${base}/token`, real.tokens.refresh_token],
    ] as const)
      expect((await at.send(path, refresh(token))).body.error).toBe("invalid_grant")
    const looked = await trial().send(`${base}/token/introspection`, { token: real.tokens.access_token })
    expect(looked.body).toEqual({ active: false })
    const hint = (token = "") => `?${new URLSearchParams({ id_token_hint: token })}`
    expect((await real.browser.get(`/oidc/session/end${hint(invented.tokens.id_token)}`)).status).toBe(400)
    expect((await real.browser.get(`${base}/session/end${hint(real.tokens.id_token)}`)).status).toBe(400)
  })

  it("stay apart where a cookie of one is renamed to that of the other", async () => {
    const { browser } = await party().signIn(official())
    const renamed = (from: string, to: string) => {
      for (const end of ["", ".sig"]) {
        const value = browser.cookies.get(`${from}${end}`)
        if (value) browser.cookies.set(`${to}${end}`, value)
      }
    }
    renamed("dla-sso-op", "dla-sso-sandbox-op")
    expect((await trial().arrive(browser, { prompt: "none" })).error).toBe("login_required")
    const { browser: trying } = await tried()
    trying.cookies.set("dla-sso-op", trying.cookies.get("dla-sso-sandbox-op") ?? "?")
    trying.cookies.set("dla-sso-op.sig", trying.cookies.get("dla-sso-sandbox-op.sig") ?? "?")
    expect((await party().arrive(trying, { prompt: "none" })).error).toBe("login_required")
  })

  it("are kept apart: no row of the one has a name, an account or a grant of the other", async () => {
    await tried()
    const rows = await test()
      .owner`select model, grant_id, account_id from oidc_payloads where model like 'sandbox:%'`
    expect(rows.length).toBeGreaterThan(3)
    for (const { grant_id, account_id } of rows) {
      expect(account_id).toBeNull()
      expect(grant_id ?? "sandbox:").toMatch(/^sandbox:/)
    }
  })

  it("wait in their own browser: the choice of another's request is not there", async () => {
    stage.chosen = undefined
    const [mine, other] = [await stage.browser(official()), await stage.browser(official())]
    const { location } = await mine.get((await trial().asking()).address)
    await other.get((await trial().asking()).address)
    stage.chosen = sao
    expect(location).toMatch(/^\/sandbox\//)
    expect((await other.get(location)).text).toBe("gone")
    expect((await other.get("/sandbox/none")).text).toBe("gone")
    expect((await mine.get(location)).status).toBe(303)
  })

  it("give one code for a code: of six at once one alone is redeemed", async () => {
    const { code, checks } = await trial().arrive(await stage.browser(official()))
    const body = trial().redeeming(code, checks)
    const answers = await Promise.all(Array.from({ length: 6 }, () => trial().send(`${base}/token`, body)))
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
    const kept = await test().owner`select 1 from oidc_payloads
      where id_hash = ${createHash("sha256").update(code).digest()} and model = 'sandbox:AuthorizationCode'`
    expect(kept.length).toBeLessThanOrEqual(1)
  })
})
