import * as openid from "openid-client"
import { describe, expect, it } from "vitest"
import { OidcParty } from "@/db/testing/oidc-party"
import { useSandboxParty } from "@/db/testing/use-sandbox-party"
import { visitor } from "@/lib/kernel/actor"
import { execute, look } from "@/lib/kernel/execute"
import { getDoor } from "../get-door"
import { signInAt } from "../sign-in-at"
import { getSandbox } from "./get-sandbox"

const { test, stage, party, official, systemCode, trial, sao, facts, tried } = useSandboxParty()
const base = "/oidc/sandbox"

const context = () => ({ db: test().db, actor: visitor, now: stage.now, requestId: "test" })
const count = async (table: string) =>
  Number((await test().owner.unsafe(`select count(*) as n from ${table}`))[0]?.n)

describe("an invented user", () => {
  it("is all that a client for trying out gets, with role, unit and the mark in each token", async () => {
    const { tokens } = await tried()
    const claims = tokens.claims()
    expect(claims).toMatchObject({ sandbox: true, iss: `${stage.origin}${base}`, acr: "urn:dla:email" })
    expect(claims?.sub).toMatch(/^00000000-0000-8/)
    const told = await facts(trial(), tokens.access_token)
    expect(told).toMatchObject({
      sub: claims?.sub,
      sandbox: true,
      roles: ["recorder"],
      family_name: "สมมุติตำบล",
    })
    expect(told.unit).toMatchObject({ code: "06990101", kind: "sao", name: "องค์การบริหารส่วนตำบลสมมุติ" })
    expect(told).not.toHaveProperty("national_id")
    const again = await openid.refreshTokenGrant(trial().config, tokens.refresh_token ?? "")
    expect(again.claims()).toMatchObject({ sub: claims?.sub, sandbox: true })
    expect(stage.faults).toEqual([])
  })

  it("is one for each role and unit, of no unit and no account that there is", async () => {
    const door = await look(getSandbox, context(), { clientId: trial().client.id })
    if (!door.ok) throw new Error(door.refusal.code)
    const { users, units, roles } = door.value
    expect(users).toHaveLength(units.length * roles.length)
    expect(new Set(users.map(({ sub }) => sub)).size).toBe(users.length)
    const codes = units.flatMap(({ code, above }) => [code, ...above.map((office) => office.code)])
    expect(await test().owner`select 1 from units where code = any(${codes})`).toHaveLength(0)
    expect(await test().owner`select 1 from provinces where code in ('98', '99')`).toHaveLength(0)
    expect(await look(getSandbox, context(), { clientId: party().client.id })).toMatchObject({ ok: false })
  })

  it("is as surely signed in as was asked for, and changed by a new choice without signing out", async () => {
    const { browser, tokens } = await tried({ acr_values: "urn:dla:thaid" })
    expect(tokens.claims()).toMatchObject({ acr: "urn:dla:thaid", amr: ["thaid", "mfa"] })
    stage.chosen = { role: "recorder", unit: "99" }
    const { back, checks } = await trial().arrive(browser, { prompt: "login" })
    if (!back) throw new Error("led nowhere")
    const other = await openid.authorizationCodeGrant(trial().config, back, checks)
    expect(other.claims()?.sub).not.toBe(tokens.claims()?.sub)
    expect(await facts(trial(), other.access_token)).toMatchObject({ unit: { code: "99" } })
  })

  it("stays at its own system: another one's client has the choice made anew", async () => {
    const { browser } = await tried()
    expect((await trial().arrive(browser, { prompt: "none" })).error).toBeUndefined()
    await test()
      .owner`insert into systems (code, name_th, name_en, purpose_th, purpose_en, category, state, sort)
      values ('ELSE', 'อื่น', 'Else', 'x', 'x', 'office', 'open', 99) on conflict do nothing`
    const other = new OidcParty(stage, await stage.client("ELSE", { isSandbox: true }), base)
    await other.discover()
    expect((await other.arrive(browser, { prompt: "none" })).error).toBe("login_required")
    expect(await other.arrive(browser)).toMatchObject({ status: 200, code: "" })
    const { browser: second, tokens } = await tried()
    await test()
      .owner`update system_roles set key = 'gone' where system_code = ${systemCode()} and key = 'recorder'`
    expect((await trial().arrive(second, { prompt: "none" })).error).toBe("login_required")
    await expect(facts(trial(), tokens.access_token)).rejects.toThrow()
    await test()
      .owner`update system_roles set key = 'recorder' where system_code = ${systemCode()} and key = 'gone'`
  })

  it("leaves without the portal's session, and the portal's session without it", async () => {
    const { browser, tokens } = await tried()
    const address = openid.buildEndSessionUrl(trial().config, {
      id_token_hint: tokens.id_token ?? "",
      post_logout_redirect_uri: "https://rp.example/bye",
    })
    const page = await browser.get(address.href)
    const xsrf = /name="xsrf" value="([^"]+)"/.exec(page.text)?.[1] ?? ""
    expect(page.text).toContain("ออกจากการทดลอง")
    const answer = await browser.post(`${base}/session/end/confirm`, { xsrf, logout: "yes" })
    expect(answer.location).toBe("https://rp.example/bye")
    expect((await trial().arrive(browser, { prompt: "none" })).error).toBe("login_required")
    const live = await test().owner`select 1 from sessions where account_id = ${official().accountId}
      and revoked_at is null`
    expect(live.length).toBeGreaterThan(0)
    expect((await party().arrive(browser)).code).not.toBe("")
  })
})

describe("a client for trying out", () => {
  it("gets nobody real: a session of the portal is nothing there, silently or not", async () => {
    const { browser } = await party().signIn(official())
    expect(await trial().arrive(browser, { prompt: "none" })).toMatchObject({
      error: "login_required",
      code: "",
    })
    stage.chosen = undefined
    expect(await trial().arrive(browser)).toMatchObject({ status: 200, code: "" })
    stage.chosen = sao
    const { back, checks } = await trial().arrive(browser)
    if (!back) throw new Error("led nowhere")
    const { access_token } = await openid.authorizationCodeGrant(trial().config, back, checks)
    expect((await facts(trial(), access_token)).sub).not.toBe(official().accountId)
    expect((await party().arrive(browser, { prompt: "none" })).code).not.toBe("")
  })

  it("is not known at the door of real people, nor a real client at this one", async () => {
    const before = await count("oidc_grants")
    const browser = await stage.browser(official())
    const wrong = new OidcParty(stage, trial().client)
    expect(await wrong.arrive(browser)).toMatchObject({ status: 400, code: "" })
    const stray = new OidcParty(stage, party().client, base)
    expect(await stray.arrive(browser)).toMatchObject({ status: 400, code: "" })
    const asks = { grant_type: "client_credentials" }
    await test()
      .owner`update oidc_clients set machine_scopes = '{directory.read}' where id = ${trial().client.id}`
    expect((await trial().send("/oidc/token", asks)).body.error).toBe("invalid_client")
    expect((await trial().send(`${base}/token`, asks)).body.error).toBe("unsupported_grant_type")
    expect((await stray.send(`${base}/token`, asks)).body.error).toBe("invalid_client")
    const membershipId = official().seats[0]?.membershipId ?? ""
    const real = { ...context(), actor: official() }
    const entry = { clientId: trial().client.id, grantId: "forged", membershipId }
    expect(await execute(signInAt, real, entry)).toMatchObject({ refusal: { code: "not-found" } })
    expect(await look(getDoor, real, { clientId: trial().client.id })).toMatchObject({ ok: false })
    await tried()
    expect(await count("oidc_grants")).toBe(before)
  })

  it("gets neither a national ID nor a role that its system has not", async () => {
    const browser = await stage.browser(official())
    await test().owner`update oidc_clients set scopes = scopes || '{nid}' where id = ${trial().client.id}`
    const { tokens } = await tried({ scope: "openid nid" })
    expect(tokens.scope).toBe("openid")
    expect(await facts(trial(), tokens.access_token)).not.toHaveProperty("national_id")
    for (const forged of [
      { role: "owner", unit: sao.unit },
      { role: sao.role, unit: official().seats[0]?.unitId ?? "" },
      { role: "", unit: "" },
      { role: sao.role, unit: "06360207" },
    ]) {
      stage.chosen = forged
      expect(await trial().arrive(browser), JSON.stringify(forged)).toMatchObject({ status: 200, code: "" })
    }
  })

  it("is over when it is closed", async () => {
    const { tokens, browser } = await tried()
    await test().owner`update oidc_clients set closed_at = now() where id = ${trial().client.id}`
    await expect(facts(trial(), tokens.access_token)).rejects.toThrow()
    expect(await trial().arrive(browser)).toMatchObject({ status: 400 })
    await test().owner`update oidc_clients set closed_at = null where id = ${trial().client.id}`
  })
})
