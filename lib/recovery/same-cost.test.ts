import { randomUUID } from "node:crypto"
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest"

const hashing = vi.hoisted(() => ({ argon: 0, keyed: 0, sealed: 0 }))

type Argon = Record<"hash" | "verify", (...args: unknown[]) => Promise<unknown>>
type Crypto = Record<"createHmac" | "createCipheriv", (...args: unknown[]) => unknown>

// The real libraries, only counted.
vi.mock("@node-rs/argon2", async (original) => {
  const real = await original<Argon>()
  const counted =
    (name: keyof Argon) =>
    (...args: unknown[]) => {
      hashing.argon += 1
      return real[name](...args)
    }
  return { ...real, hash: counted("hash"), verify: counted("verify") }
})
vi.mock("node:crypto", async (original) => {
  const real = await original<Crypto>()
  return {
    ...real,
    createHmac: (...args: unknown[]) => {
      hashing.keyed += 1
      return real.createHmac(...args)
    },
    createCipheriv: (...args: unknown[]) => {
      hashing.sealed += 1
      return real.createCipheriv(...args)
    },
  }
})

import { type Connection, connect } from "@/db/client"
import { inventedNationalId, makeAccount } from "@/db/factories/account"
import { useTestDatabase } from "@/db/testing/use-test-database"
import { visitor } from "@/lib/kernel/actor"
import { execute } from "@/lib/kernel/execute"
import type { Result } from "@/lib/kernel/outcome"
import { proveByCode } from "./prove-by-code"
import { remindUsername } from "./remind-username"
import { startRecovery } from "./start-recovery"

const database = useTestDatabase()
const now = new Date("2026-11-21T01:30:00Z")
const statements: string[] = []
let counted: Connection
let addresses = 0

beforeAll(async () => {
  counted = connect(database().portalUrl, { max: 1, onStatement: (text) => statements.push(text) })
  await counted.db.transaction(async () => {})
})
afterAll(() => counted.close())

const context = () => ({ db: counted.db, actor: visitor, now, requestId: "test" })

/** What a step cost and how it was answered; tokens differ, their kind does not. */
async function costOf<V>(step: () => Promise<Result<V>>) {
  statements.length = 0
  Object.assign(hashing, { argon: 0, keyed: 0, sealed: 0 })
  const answer = await step()
  const { argon, keyed, sealed } = hashing
  const said = answer.ok ? Object.keys(answer.value ?? {}) : answer.refusal
  return { value: answer, cost: { said, statements: [...statements], argon, keyed, sealed } }
}

function ask(username: string) {
  addresses += 1
  return costOf(() => execute(startRecovery, context(), { username, address: `10.2.${addresses}.7` }))
}

function remind(nationalId: string, email: string) {
  addresses += 1
  const input = { nationalId, email, address: `10.2.${addresses}.8` }
  return costOf(() => execute(remindUsername, context(), input))
}

/** Asked for six times, the last in vain; then the first one's guesses, all wrong, one after the other. */
async function compare(known: string, unknown: string): Promise<void> {
  const tokens: [string, string][] = []
  for (let nth = 0; nth < 6; nth += 1) {
    const [one, other] = [await ask(known), await ask(unknown)]
    expect(one.cost).toEqual(other.cost)
    expect(one.cost).toMatchObject({ argon: 0, sealed: nth < 5 ? 1 : 0 })
    if (one.value.ok && other.value.ok) tokens.push([one.value.value.recovery, other.value.value.recovery])
  }
  expect(tokens).toHaveLength(5)
  for (const pair of tokens.slice(0, 3)) {
    for (let guess = 0; guess < 6; guess += 1) {
      const [one, other] = [await guessAt(pair[0]), await guessAt(pair[1])]
      expect(one.cost).toEqual(other.cost)
    }
  }
}

const guessAt = (recovery: string) =>
  costOf(() => execute(proveByCode, context(), { recovery, code: "000000" }))

const accounts: [name: string, overrides: Parameters<typeof makeAccount>[1]][] = [
  ["an active account", {}],
  ["an account that signs in by ThaiID", { signInMethod: "thaid" }],
  ["a suspended account", { state: "suspended" }],
  ["a locked account", { state: "locked" }],
  ["an invited account without a password", { state: "invited", passwordHash: null, emailVerifiedAt: null }],
  ["a closed account", { state: "closed" }],
  ["an account without an e-mail address", { email: null, emailVerifiedAt: null }],
]

describe("a recovery costs and answers the same, whoever was typed", () => {
  it.each(accounts)("%s and an unknown name", async (_name, overrides) => {
    const { username } = await makeAccount(database().db, overrides)
    await compare(username, `user-${randomUUID()}`)
  })

  it.each(accounts)("a forgotten user name: %s and an unknown number", async (_name, overrides) => {
    const { nationalId, email } = await makeAccount(database().db, overrides)
    for (const address of [email ?? "a@b.example", "another@b.example"]) {
      const cost = async (number: string) => (await remind(number, address)).cost
      expect(await cost(nationalId)).toEqual(await cost(inventedNationalId()))
    }
  })

  it.each(accounts)("%s and an unknown 13-digit number", async (_name, overrides) => {
    const { nationalId } = await makeAccount(database().db, overrides)
    await compare(nationalId, inventedNationalId())
  })
})
