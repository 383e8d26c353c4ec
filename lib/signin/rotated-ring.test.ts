import { beforeEach, describe, expect, it, vi } from "vitest"
import { makeAccount } from "@/db/factories/account"
import { rings } from "@/db/testing/rings"
import { start, useSignInTest } from "@/db/testing/use-sign-in-test"
import type { KeyRing } from "@/lib/crypto/key-ring"
import { touchLiveSession } from "@/lib/sessions/live-session"
import { getOtpStep } from "./get-otp-step"

const used = vi.hoisted(() => ({ ring: undefined as KeyRing | undefined }))
vi.mock("@/lib/crypto/ring", () => ({ keyRing: () => used.ring }))

const { database, at, code, begun } = useSignInTest()

type Account = Awaited<ReturnType<typeof makeAccount>>

async function signIn(account: Account, device?: string) {
  const opened = await begun(account, start, device)
  const result = await code(opened.flow, opened.code, start, device)
  if (!result.ok) throw new Error(JSON.stringify(result))
  return result.value
}

const live = (session: string) => touchLiveSession(database().db, session, start)

const notices = (account: Account) =>
  database().owner`select 1 from outbox_mails where recipient = ${account.email} and template = 'new-device'`

const browsersOf = (account: Account) =>
  database().owner`select 1 from known_devices where account_id = ${account.id}`

describe("while the former key is still in the ring", () => {
  let account: Account
  beforeEach(async () => {
    used.ring = rings.before
    // What was mailed under a former ring is of no use to the next test.
    await database().owner`delete from outbox_mails`
    account = await makeAccount(database().db)
  })

  it("a sign-in begun before goes on to its end", async () => {
    const { flow, code: right } = await begun(account)
    used.ring = rings.during
    expect(await getOtpStep.run({ ...at(start), input: { flow } })).toMatchObject({ ok: true })
    const result = await code(flow, right, start)
    expect(result.ok && (await live(result.value.session))).toMatchObject({ accountId: account.id })
  })

  it("a session opened before lives, and one whose key is gone does not", async () => {
    const { session } = await signIn(account)
    used.ring = rings.during
    expect(await live(session)).toMatchObject({ accountId: account.id })
    used.ring = rings.after
    expect(await live(session)).toBeUndefined()
  })

  it("a browser known before stays known, by the new key from then on, and nobody is told of a new one", async () => {
    const { device } = await signIn(account)
    await database().owner`delete from outbox_mails`
    await signIn(account)
    expect(await notices(account)).toHaveLength(1)
    for (const ring of [rings.during, rings.after]) {
      await database().owner`delete from outbox_mails`
      used.ring = ring
      await signIn(account, device)
      expect(await notices(account)).toHaveLength(0)
      expect(await browsersOf(account)).toHaveLength(2)
    }
  })
})
