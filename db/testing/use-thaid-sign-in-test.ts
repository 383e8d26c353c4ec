import { afterAll, beforeEach } from "vitest"
import type { makeAccount } from "@/db/factories/account"
import { visitor } from "@/lib/kernel/actor"
import { execute } from "@/lib/kernel/execute"
import { returnFromThaid } from "@/lib/signin/return-from-thaid"
import { signInByThaid } from "@/lib/signin/sign-in-by-thaid"
import { startThaid } from "@/lib/signin/start-thaid"
import type { ThaidStandIn } from "./thaid-stand-in"
import { useTestDatabase } from "./use-test-database"

/** When these tests begin. */
export const start = new Date("2026-11-21T01:30:00Z")

/** So many seconds after that. */
export const later = (seconds: number) => new Date(start.getTime() + seconds * 1000)

/** A refusal as a command answers it. */
export const no = (code: string) => ({ ok: false, refusal: { code } })

/** What the second half is told of an errand that came back. */
export const secondHalf = (attemptId: string) => ({
  attemptId,
  code: "the-code",
  locale: "th",
  browser: { address: "192.0.2.7", userAgent: "test" },
})

type Begun = { readonly state: string; readonly nonce: string; readonly browser: string }
type Person = Pick<Awaited<ReturnType<typeof makeAccount>>, "nationalId">

/** For a test file: a database of its own, and sign-ins by ThaiID through the real commands against a stand-in. */
export function useThaidSignInTest(service: ThaidStandIn) {
  const database = useTestDatabase()
  beforeEach(() => service.calm())
  afterAll(() => service.stop())
  const at = (now: Date) => ({ db: database().db, actor: visitor, now, requestId: "test" })

  const start = (now: Date, more: Record<string, unknown> = {}) =>
    execute(startThaid, at(now), { sharedComputer: false, address: "192.0.2.7", ...more })

  /** An errand begun, with what the address that the browser is sent to holds. */
  const begun = async (now: Date, more: Record<string, unknown> = {}): Promise<Begun> => {
    const result = await start(now, more)
    if (!result.ok) throw new Error(JSON.stringify(result))
    const { searchParams } = new URL(result.value.address)
    const [state = "", nonce = ""] = [searchParams.get("state") ?? "", searchParams.get("nonce") ?? ""]
    return { state, nonce, browser: result.value.browser }
  }

  /** The service will vouch for this person. */
  const vouch = async ({ nonce }: Begun, { nationalId }: Person, now: Date, change: object = {}) => {
    const claims = { pid: nationalId, sub: nationalId, nonce, ...change }
    service.giveToken(await service.sign(service.claims(now, claims)))
  }

  const back = ({ state, browser }: Begun, now: Date, more: Record<string, unknown> = {}) =>
    execute(returnFromThaid, at(now), { state, browser, code: "the-code", ...more })

  /** Both halves. */
  const finish = async (errand: Begun, now: Date) => {
    const returned = await back(errand, now)
    return returned.ok ? execute(signInByThaid, at(now), secondHalf(returned.value.attemptId)) : returned
  }

  /** A whole sign-in of a person. */
  const signIn = async (person: Person, now: Date, change: object = {}) => {
    const errand = await begun(now)
    await vouch(errand, person, now, change)
    return finish(errand, now)
  }

  /** What the audit says of sign-ins by ThaiID, newest last. */
  const events = () => database().owner`
    select action, refusal, detail, actor_id, session_id from audit_events
    where action like 'signin.thaid%' order by seq`

  return { database, at, start, begun, vouch, back, finish, signIn, events }
}
