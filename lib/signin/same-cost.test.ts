import { randomUUID } from "node:crypto"
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest"

const hashing = vi.hoisted(() => ({ hashed: 0, verified: [] as string[] }))

type Library = Record<"hash" | "verify", (...args: unknown[]) => Promise<unknown>>

// The real library, only counted.
vi.mock("@node-rs/argon2", async (original) => {
  const real = await original<Library>()
  const hash: Library["hash"] = (...args) => {
    hashing.hashed += 1
    return real.hash(...args)
  }
  const verify: Library["verify"] = (...args) => {
    hashing.verified.push(String(args[0]).split("$").slice(0, 4).join("$"))
    return real.verify(...args)
  }
  return { ...real, hash, verify }
})

import { type Connection, connect } from "@/db/client"
import { inventedNationalId, makeAccount } from "@/db/factories/account"
import { useTestDatabase } from "@/db/testing/use-test-database"
import { visitor } from "@/lib/kernel/actor"
import { execute } from "@/lib/kernel/execute"
import { startSignIn } from "./start-sign-in"

const database = useTestDatabase()
const now = new Date("2026-11-21T01:30:00Z")
const statements: string[] = []
let counted: Connection

beforeAll(async () => {
  counted = connect(database().portalUrl, { max: 1, onStatement: (text) => statements.push(text) })
  // The driver asks for the database's types once.
  await counted.db.transaction(async () => {})
})
afterAll(() => counted.close())

const attempt = (username: string, password = "ไม่ใช่รหัสผ่านของใครเลย", at = now) =>
  execute(
    startSignIn,
    { db: counted.db, actor: visitor, now: at, requestId: "test" },
    {
      username,
      password,
      sharedComputer: false,
      locale: "th",
      browser: { address: `10.1.${Math.floor(Math.random() * 250)}.7`, userAgent: "test" },
    },
  )

/** What one attempt cost and how it was answered. */
async function costOf(username: string, password?: string, at = now) {
  statements.length = 0
  Object.assign(hashing, { hashed: 0, verified: [] })
  const answer = await attempt(username, password, at)
  return { answer, statements: [...statements], ...hashing }
}

type Overrides = Parameters<typeof makeAccount>[1]

const accounts: [name: string, overrides: Overrides][] = [
  ["an active account", {}],
  ["a suspended account", { state: "suspended" }],
  ["an invited account without a password", { state: "invited", passwordHash: null, emailVerifiedAt: null }],
  ["a closed account", { state: "closed" }],
  ["an account without an e-mail address", { email: null, emailVerifiedAt: null }],
  [
    "an account whose hash is an older system's",
    { passwordHash: "$weak-sha1$o=sp$YQ$qZk+NkcGgWq6PiVxeFDCbJzQ2J0" },
  ],
]

/** Five failures in a row cost one hash each; the sixth attempt must wait and costs none. */
async function compare(known: string, unknown: string): Promise<void> {
  const hash = "$argon2id$v=19$m=19456,t=2,p=1"
  for (const verified of [[hash], [hash], [hash], [hash], [hash], []]) {
    const [one, other] = [await costOf(known), await costOf(unknown)]
    expect(one).toEqual(other)
    expect({ ...one, statements: one.statements.length }).toMatchObject({
      verified,
      hashed: 0,
      statements: verified.length > 0 ? 6 : 2,
    })
  }
}

describe("the password step costs and answers the same, whoever was typed", () => {
  it("the very first unknown name of a process included", async () => {
    const { verified, hashed } = await costOf("nobody-before")
    expect([verified.length, hashed]).toEqual([1, 0])
  })

  it.each(accounts)("%s and an unknown name", async (_name, overrides) => {
    const { username } = await makeAccount(database().db, overrides)
    await compare(username, `user-${randomUUID()}`)
  })

  it.each(accounts)("%s and an unknown 13-digit number", async (_name, overrides) => {
    const { nationalId } = await makeAccount(database().db, overrides)
    await compare(nationalId, inventedNationalId())
  })

  it("a right password costs an account that may not come in what it costs one that may, but for the code", async () => {
    const cost = async (overrides: Overrides) => {
      const { username, password } = await makeAccount(database().db, overrides)
      const { verified, hashed } = await costOf(username, password)
      return [verified.length, hashed]
    }
    expect(await cost({})).toEqual([1, 0])
    expect(await cost({ state: "suspended" })).toEqual([1, 0])
    expect(await cost({ emailVerifiedAt: null })).toEqual([1, 0])
  })
})
