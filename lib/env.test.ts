import { describe, expect, it } from "vitest"
import { providerProblems, startProblems } from "./env"

const whole = {
  APP_MODE: "production",
  ORIGIN: "https://sso.front-door.example",
  DATABASE_URL: "postgres://portal@db.example/sso",
  DATABASE_OWNER_URL: "postgres://owner@db.example/sso",
  KEY_RING: `k1:${Buffer.alloc(32).toString("base64")}`,
  SESSION_SECRET: "x".repeat(32),
  SMTP_URL: "smtp://mail.example",
  MAIL_FROM: "DLA SSO <no-reply@front-door.example>",
  CLAMD_HOST: "clamd.example",
}
const thaid = { THAID_CLIENT_ID: "id", THAID_CLIENT_SECRET: "secret-told-to-nobody" }
const named = (source: Record<string, string>) =>
  startProblems({ ...whole, ...source }).map((problem) => problem.split(":")[0])

describe("the start of the OpenID Provider's own process", () => {
  const four = ["DATABASE_URL", "KEY_RING", "SESSION_SECRET", "ORIGIN"] as const
  const own = Object.fromEntries(four.map((name) => [name, whole[name]]))
  const lacking = (source: Record<string, string | undefined>) =>
    providerProblems(source).map((problem) => problem.split(":")[0])

  it("wants the database, the keys and the origin alone, and tells all that is missing", () => {
    expect(lacking({ APP_MODE: "production", ...own })).toEqual([])
    expect(lacking({ APP_MODE: "production" })).toEqual([...four])
    expect(lacking({ APP_MODE: "production", ...own, ORIGIN: "http://sso.front-door.example" })).toEqual([
      "ORIGIN",
    ])
    expect(
      lacking({ APP_MODE: "demo", ...own, ORIGIN: "http://127.0.0.1:3000", TRUST_PROXY: "yes" }),
    ).toEqual(["TRUST_PROXY"])
  })
})

describe("the start of production", () => {
  it("has nothing to say of whole settings, with ThaiID and without", () => {
    expect(named({})).toEqual([])
    expect(named({ ...thaid, THAID_ORIGIN: "https://imauth.bora.dopa.example" })).toEqual([])
  })

  it.each([
    "http://imauth.bora.dopa.example",
    "http://127.0.0.1:4555",
    "https://127.0.0.1:4555",
    "https://localhost",
    "https://thaid.localhost:8443",
    "https://[::1]:4555",
    "https://0.0.0.0",
    "https://127.1",
    "https://[::ffff:127.0.0.1]",
    "ftp://imauth.bora.dopa.example",
    "no address",
  ])("refuses %s as the origin of ThaiID", (THAID_ORIGIN) => {
    expect(named({ ...thaid, THAID_ORIGIN })).toEqual(["THAID_ORIGIN"])
  })

  it("refuses it together with all else that is missing, in one list without any value", () => {
    const amiss = { ...thaid, THAID_ORIGIN: "http://127.0.0.1:4555", SESSION_SECRET: "", SMTP_URL: "" }
    expect(named(amiss)).toEqual(["SESSION_SECRET", "SMTP_URL or RESEND_API_KEY", "THAID_ORIGIN"])
    expect(startProblems({ ...whole, ...amiss }).join()).not.toMatch(/4555|secret-told-to-nobody/)
  })

  it("refuses to go without a virus scanner, and a bucket without its keys", () => {
    expect(named({ CLAMD_HOST: "" })).toEqual(["CLAMD_SOCKET or CLAMD_HOST"])
    expect(named({ CLAMD_HOST: "", CLAMD_SOCKET: "/run/clamav/clamd.ctl" })).toEqual([])
    expect(named({ S3_BUCKET: "documents", S3_ACCESS_KEY_ID: "id" })).toEqual(["S3_SECRET_ACCESS_KEY"])
    expect(startProblems({ APP_MODE: "demo" })).toEqual([])
  })

  it("takes hosts and networks that systems are told at, and nothing else", () => {
    for (const list of ["", "info.dla.example", "info.dla.example, 10.20.0.0/16,fd00:20::/32"])
      expect(named({ OUTBOUND_ALLOW: list }), list).toEqual([])
    for (const list of [
      "10.0.0.0/0",
      "10.0.0.999/16",
      "https://info.dla.example",
      "a b",
      "::/0",
      "fd00::/129",
    ])
      expect(named({ OUTBOUND_ALLOW: list }), list).toEqual(["OUTBOUND_ALLOW"])
  })

  it("refuses half of ThaiID's settings", () => {
    expect(named(thaid)).toEqual(["THAID_ORIGIN"])
    expect(named({ THAID_ORIGIN: "https://imauth.bora.dopa.example" })).toEqual([
      "THAID_CLIENT_ID",
      "THAID_CLIENT_SECRET",
    ])
  })

  it("refuses what belongs to the stand-in, and a machine that believes every certificate", () => {
    const stray = { THAID_SANDBOX_PORT: "4555", THAID_SANDBOX_TEST: "1", NODE_TLS_REJECT_UNAUTHORIZED: "0" }
    expect(named(stray)).toEqual(Object.keys(stray))
    expect(startProblems({ ...whole, ...stray, APP_MODE: "demo" })).toEqual([])
  })
})
