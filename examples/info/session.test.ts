import { describe, expect, it } from "vitest"
import { useInfoStage } from "@/db/testing/info-stage"
import { useTestDatabase } from "@/db/testing/use-test-database"
import { prepareDatabase } from "./prepare-database"
import { readSettings } from "./settings"
import { startInfo } from "./start-info"

const test = useTestDatabase()
const { made, grant, official, signIn, logoutToken } = useInfoStage(test, {
  prepare: prepareDatabase,
  read: (env) => {
    const read = readSettings(env)
    if ("problems" in read) throw new Error(read.problems.join())
    return { ...read }
  },
  start: startInfo,
})
const report = "/reports/2570-1/06360207"

describe("a session at INFO", () => {
  it("takes forms from its own pages alone", async () => {
    const { here } = await signIn(await official("06360207", "recorder"))
    const send = (headers: object) => here.ask("/sign-out", { form: {}, headers })
    expect((await send({ origin: "https://evil.example" })).status).toBe(403)
    expect((await send({ origin: "null" })).status).toBe(403)
    expect((await here.ask(report)).status).toBe(200)
    expect((await here.ask("/sign-in?to=//evil.example")).status).toBe(303)
  })

  it("signs out here and then at the portal", async () => {
    const { here } = await signIn(await official("06360207", "recorder"))
    const { location } = await here.ask("/sign-out", { form: {} })
    const { pathname, searchParams } = new URL(location)
    expect(pathname).toBe("/oidc/session/end")
    expect(searchParams.get("post_logout_redirect_uri")).toBe(`${made.origin}/signed-out`)
    expect(searchParams.get("id_token_hint")).toMatch(/^ey/)
    expect((await here.ask(report)).location).toMatch(/^\/sign-in/)
  })

  it("asks the portal again, and ends what that has ended or changes what that has changed", async () => {
    const one = await official("06360207", "recorder")
    const { here } = await signIn(one)
    const membershipId = one.seats[0]?.membershipId ?? ""
    await grant(one, "viewer")
    await test().owner`update grants set state = 'suspended'
      where membership_id = ${membershipId} and system_role_id = ${made.roles.recorder}`
    await new Promise((done) => setTimeout(done, 250))
    const read = await here.ask("/reports/2570-2/06360207", {})
    expect(read.status).toBe(403)
    expect((await here.ask(report)).text).not.toContain("บันทึกและตรวจก่อนส่ง")
    await test().owner`update sessions set revoked_at = now() where account_id = ${one.accountId}`
    await new Promise((done) => setTimeout(done, 250))
    expect((await here.ask(report)).location).toMatch(/^\/sign-in/)
    expect(await test().owner`select 1 from info.sessions where sub = ${one.accountId}`).toHaveLength(0)
  })

  it("ends at once what a logout token of the portal names, and takes each token once", async () => {
    const one = await official("06360207", "recorder")
    const [{ here }, { here: bystander }] = [
      await signIn(one),
      await signIn(await official("06360207", "recorder")),
    ]
    const tell = async (token: string) => {
      const body = new URLSearchParams({ logout_token: token })
      return (await fetch(`${made.origin}/backchannel-logout`, { method: "POST", body })).status
    }
    const forged = await logoutToken(one.accountId, { aud: "another" })
    expect(await tell(forged)).toBe(400)
    expect((await here.ask(report)).status).toBe(200)
    // a moment ago: whoever signs in again now is not meant
    const token = await logoutToken(one.accountId, { iat: Math.floor(Date.now() / 1000) - 5 })
    expect(await tell(token)).toBe(200)
    expect((await here.ask(report)).location).toMatch(/^\/sign-in/)
    expect((await bystander.ask(report)).status).toBe(200)
    const { here: later } = await signIn(one)
    expect(await tell(token)).toBe(400)
    expect((await later.ask(report)).status).toBe(200)
  })

  it("opens nothing for a sign-in that a logout has overtaken", async () => {
    const one = await official("06360207", "recorder")
    const token = await logoutToken(one.accountId, { iat: Math.floor(Date.now() / 1000) + 20 })
    const body = new URLSearchParams({ logout_token: token })
    expect((await fetch(`${made.origin}/backchannel-logout`, { method: "POST", body })).status).toBe(200)
    expect((await signIn(one)).arrived.status).toBe(400)
  })

  it("can reach nothing of the portal's in the database that they share", async () => {
    for (const table of ["accounts", "persons", "sessions", "oidc_payloads", "audit_events"])
      await expect(made.sql`select 1 from public.${made.sql(table)} limit 1`).rejects.toThrow(
        /permission denied/,
      )
    await expect(made.sql`update info.report_events set reason = 'x'`).rejects.toThrow(/permission denied/)
    await expect(made.sql`delete from info.reports`).rejects.toThrow(/permission denied/)
  })
})
