import { makeAccount } from "@/db/factories/account"
import { keyRing } from "@/lib/crypto/ring"
import { open } from "@/lib/crypto/seal"
import { confirmEmail } from "@/lib/email/confirm-email"
import { resendEmailCodes } from "@/lib/email/resend-email-codes"
import { startEmailChange } from "@/lib/email/start-email-change"
import { type AccountActor, visitor } from "@/lib/kernel/actor"
import { execute } from "@/lib/kernel/execute"
import { mailPlace } from "@/lib/mail/place"
import { openSession } from "@/lib/sessions/open-session"
import { assurances } from "@/lib/sessions/rules"
import { startSignIn } from "@/lib/signin/start-sign-in"
import type { TestDatabase } from "./test-database"

/** When these tests begin; nine in the morning in Bangkok. */
export const start = new Date("2026-11-21T02:00:00Z")

/** So many seconds after. */
export const later = (seconds: number) => new Date(start.getTime() + seconds * 1000)

/** A day from which the second factor is asked that is still to come. */
export const startDate = later(30 * 86_400)

/** A code that is not this one. */
export const not = (code: string) => (code === "000000" ? "111111" : "000000")

/** A refusal as a command answers it. */
export const no = (code: string, facts?: object) => ({
  ok: false,
  refusal: facts ? { code, facts } : { code },
})

type Account = Awaited<ReturnType<typeof makeAccount>>

const browser = { address: null, userAgent: "test" }

/** The steps that tests of e-mail addresses take, on a test's own database. */
export function emailSteps(test: () => TestDatabase) {
  let serial = 0
  let version = 0
  const at = (actor: AccountActor, now = start) => ({ db: test().db, actor, now, requestId: "test" })
  const mailed = async (email: string): Promise<{ template: string; props: Record<string, string> }[]> => {
    const rows = await test().owner`
      select id, template, props_sealed from outbox_mails where recipient = ${email} order by created_at desc, id`
    return rows.map((row) => ({
      template: row.template,
      props: JSON.parse(open(keyRing(), mailPlace(row.id), row.props_sealed)),
    }))
  }
  return {
    at,
    /** What was mailed to an address, the newest first. */
    mailed,
    codeTo: async (email: string | null) => (await mailed(email ?? ""))[0]?.props.code ?? "",
    fresh: () => `fresh-${++serial}@test.example`,
    unconfirmed: (email: string | null = null) => makeAccount(test().db, { email, emailVerifiedAt: null }),
    /** Sets the day from which the second factor is asked. */
    async askFrom(from: Date): Promise<void> {
      const { owner } = test()
      await owner`insert into settings (key, value, changed_at, version)
        values ('signin.second-factor-from', ${owner.json(from.toISOString())}, ${start}, ${++version})`
    },
    async signedIn({ id: accountId }: Account): Promise<AccountActor> {
      const session = {
        accountId,
        assurance: assurances.password,
        sharedComputer: false,
        browser,
        now: start,
      }
      const { sessionId } = await test().db.transaction((tx) => openSession(tx, session))
      return { kind: "account", accountId, sessionId, acr: assurances.password.acr, seats: [], roles: [] }
    },
    knock({ username, password }: Account) {
      const input = { username, password, sharedComputer: false, locale: "th", browser }
      return execute(startSignIn, { db: test().db, actor: visitor, now: start, requestId: "test" }, input)
    },
    begin: (actor: AccountActor, email: string, password: string, now = start) =>
      execute(startEmailChange, at(actor, now), { email, password, locale: "th", browser }),
    confirm: (actor: AccountActor, code: string, formerCode = "", now = start) =>
      execute(confirmEmail, at(actor, now), { code, formerCode }),
    resend: (actor: AccountActor, now: Date) => execute(resendEmailCodes, at(actor, now), { locale: "th" }),
    async addressOf({ id }: Account) {
      const [row] = await test().owner`
        select email, email_verified_at is not null as verified from accounts where id = ${id}`
      return row
    },
  }
}
