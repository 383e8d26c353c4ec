import { keyRing } from "@/lib/crypto/ring"
import { open } from "@/lib/crypto/seal"
import { visitor } from "@/lib/kernel/actor"
import { execute } from "@/lib/kernel/execute"
import { mailPlace } from "@/lib/mail/place"
import { redeemCode } from "@/lib/signin/redeem-code"
import { startSignIn } from "@/lib/signin/start-sign-in"
import { useTestDatabase } from "./use-test-database"

/** When tests of sign-in begin. */
export const start = new Date("2026-11-21T01:30:00Z")

/** So many seconds after that. */
export const later = (seconds: number) => new Date(start.getTime() + seconds * 1000)

/** Who signs in: a user name or a 13-digit number, and what is typed as password. */
type Typed = { readonly username: string; readonly password: string }

let browsers = 0

/** A browser at an address of its own, so that no test uses up another's allowance. */
function browser(device?: string) {
  browsers += 1
  const address = `10.0.${browsers >> 8}.${browsers & 255}`
  return { address, userAgent: "test", ...(device ? { device } : {}) }
}

/** The codes mailed to an address, the newest first, read as the job would. */
export async function mailedCodes(
  owner: ReturnType<ReturnType<typeof useTestDatabase>>["owner"],
  email: string,
): Promise<string[]> {
  const rows = await owner`
    select id, props_sealed from outbox_mails where recipient = ${email} and template = 'otp-code'
    order by created_at desc`
  return rows.map((row) => JSON.parse(open(keyRing(), mailPlace(row.id), row.props_sealed)).code)
}

/** For a test file: a database of its own, and the steps of a sign-in through the real commands. */
export function useSignInTest() {
  const database = useTestDatabase()
  const at = (now: Date) => ({ db: database().db, actor: visitor, now, requestId: "test" })

  const password = ({ username, password: typed }: Typed, now: Date, device?: string) => {
    const input = { username, password: typed, sharedComputer: false, locale: "th" }
    return execute(startSignIn, at(now), { ...input, browser: browser(device) })
  }
  const wrongly = ({ username }: { readonly username: string }, now: Date, device?: string) =>
    password({ username, password: "นี่ไม่ใช่รหัสผ่านแน่นอน" }, now, device)

  const code = (flow: string, typed: string, now: Date, device?: string) =>
    execute(redeemCode, at(now), { flow, code: typed, locale: "th", browser: browser(device) })

  const mailed = (email: string) => mailedCodes(database().owner, email)

  /** A sign-in that stands before its code, with the right code and a wrong one. */
  const begun = async (
    account: Typed & { readonly email: string | null },
    now: Date = start,
    device?: string,
  ) => {
    const result = await password(account, now, device)
    if (!(result.ok && result.value.next === "code")) throw new Error(JSON.stringify(result))
    const [newest = ""] = await mailed(account.email ?? "")
    return { flow: result.value.flow, code: newest, wrong: newest === "000000" ? "111111" : "000000" }
  }

  /** What the audit says of an account, in its order. */
  const events = (account: string) => database().owner`
    select action, refusal from audit_events where actor_id = ${account} order by seq`

  return { database, at, password, wrongly, code, mailed, begun, events }
}
