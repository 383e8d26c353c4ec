import { afterEach, beforeEach, describe, expect, it, vi } from "vitest"
import { makeAccount } from "@/db/factories/account"
import { rings } from "@/db/testing/rings"
import { useTestDatabase } from "@/db/testing/use-test-database"
import type { KeyRing } from "@/lib/crypto/key-ring"
import { open } from "@/lib/crypto/seal"
import { visitor } from "@/lib/kernel/actor"
import { execute } from "@/lib/kernel/execute"
import { mailPlace } from "@/lib/mail/place"
import { touchLiveSession } from "@/lib/sessions/live-session"
import { getOtpStep } from "./get-otp-step"
import { redeemCode } from "./redeem-code"
import { startSignIn } from "./start-sign-in"

const used = vi.hoisted(() => ({ ring: undefined as KeyRing | undefined }))
vi.mock("@/lib/crypto/ring", () => ({ keyRing: () => used.ring }))

const { before, during, after } = rings
const database = useTestDatabase()
const now = new Date("2026-11-21T01:30:00Z")
const at = () => ({ db: database().db, actor: visitor, now, requestId: "test" })
const browser = (device?: string) => ({ address: null, userAgent: "test", ...(device ? { device } : {}) })

type Account = Awaited<ReturnType<typeof makeAccount>>

async function password(account: Account, device?: string) {
  const { nationalId: username, password: typed } = account
  const input = { username, password: typed, sharedComputer: false, locale: "th", browser: browser(device) }
  const result = await execute(startSignIn, at(), input)
  if (!(result.ok && result.value.next === "code")) throw new Error(JSON.stringify(result))
  return result.value.flow
}

async function mailedCode(account: Account, ring: KeyRing): Promise<string> {
  const [row] = await database().owner`
    select m.id, m.props_sealed from outbox_mails m join otp_codes o on o.mail_id = m.id
    join login_flows f on f.id = o.flow_id and f.closed_at is null and f.account_id = ${account.id}`
  return JSON.parse(open(ring, mailPlace(row?.id), row?.props_sealed)).code
}

async function redeem(account: Account, flow: string, ring: KeyRing, device?: string) {
  const code = await mailedCode(account, ring)
  const result = await execute(redeemCode, at(), { flow, code, locale: "th", browser: browser(device) })
  if (!result.ok) throw new Error(JSON.stringify(result))
  return result.value
}

const notices = (account: Account) =>
  database().owner`select 1 from outbox_mails where recipient = ${account.email} and template = 'new-device'`

describe("while the former key is still in the ring", () => {
  let account: Account
  beforeEach(async () => {
    used.ring = before
    account = await makeAccount(database().db, { username: null })
  })
  afterEach(() => {
    used.ring = undefined
  })

  it("a sign-in begun before goes on to its end", async () => {
    const flow = await password(account)
    used.ring = during
    expect(await getOtpStep.run({ ...at(), input: { flow } })).toMatchObject({ ok: true })
    const { session } = await redeem(account, flow, during)
    expect(await touchLiveSession(database().db, session, now)).toMatchObject({ accountId: account.id })
  })

  it("a session opened before lives, and one whose key is gone does not", async () => {
    const { session } = await redeem(account, await password(account), before)
    used.ring = during
    expect(await touchLiveSession(database().db, session, now)).toMatchObject({ accountId: account.id })
    used.ring = after
    expect(await touchLiveSession(database().db, session, now)).toBeUndefined()
  })

  it("a browser known before stays known, is known by the new key from then on, and nobody is warned of it", async () => {
    const { device } = await redeem(account, await password(account), before)
    await redeem(account, await password(account), before)
    used.ring = during
    await redeem(account, await password(account, device), during, device)
    expect(await notices(account)).toHaveLength(1)
    expect(await database().owner`select 1 from known_devices where account_id = ${account.id}`).toHaveLength(
      2,
    )
    // A number's hash is renewed by the rotation alone; here only the browser's is looked at.
    await database().owner`
      update accounts set username = 'known', username_key = 'known' where id = ${account.id}`
    used.ring = after
    await redeem(
      { ...account, nationalId: "known" },
      await password({ ...account, nationalId: "known" }),
      after,
      device,
    )
    expect(await notices(account)).toHaveLength(1)
  })
})
