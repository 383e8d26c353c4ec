import { makeAccount } from "@/db/factories/account"
import { acceptByPassword } from "@/lib/invitations/accept-by-password"
import { acceptByThaid } from "@/lib/invitations/accept-by-thaid"
import { invite } from "@/lib/invitations/invite"
import { proveInvitation } from "@/lib/invitations/prove-invitation"
import { sendInvitationCode } from "@/lib/invitations/send-invitation-code"
import { startAcceptByThaid } from "@/lib/invitations/start-accept-by-thaid"
import { visitor } from "@/lib/kernel/actor"
import { type Context, execute } from "@/lib/kernel/execute"
import { returnFromThaid } from "@/lib/signin/return-from-thaid"
import { fresh, recoverySteps } from "./recovery-steps"
import type { TestDatabase } from "./test-database"
import type { ThaidStandIn } from "./thaid-stand-in"

type Account = Awaited<ReturnType<typeof makeAccount>>

const browser = { address: "192.0.2.7", userAgent: "test" }

/** The steps that tests of invitations take, on a test's own database and a stand-in for ThaiID. */
export function invitationSteps(test: () => TestDatabase, service: ThaidStandIn) {
  const { mailed } = recoverySteps(test)
  const at = (now: Date) => ({ db: test().db, actor: visitor, now, requestId: "test" })
  const mailOf = async (account: Account, template: string) =>
    (await mailed(account.email)).find((mail) => mail.template === template)?.props ?? {}

  /** An invited account with the token of its link. */
  const invited = async (now: Date, known?: Account) => {
    const account =
      known ??
      (await makeAccount(test().db, {
        state: "invited",
        username: null,
        passwordHash: null,
        passwordSetAt: null,
        emailVerifiedAt: null,
        dutiesVersion: null,
        dutiesAcceptedAt: null,
      }))
    await test().owner`delete from outbox_mails where recipient = ${account.email ?? ""}`
    const to = { accountId: account.id, email: account.email ?? "", locale: "th" as const, now }
    await test().db.transaction((tx) => invite(tx, to))
    return { account, link: (await mailOf(account, "invitation")).link ?? "" }
  }
  /** The button pressed: the browser's token, the mailed code, and a wrong one. */
  const sent = async (link: string, account: Account, now: Date) => {
    await test().owner`delete from outbox_mails where recipient = ${account.email ?? ""}`
    const result = await execute(sendInvitationCode, at(now), { link })
    if (!result.ok) throw new Error(JSON.stringify(result))
    const { code = "" } = await mailOf(account, "invitation-code")
    return { invitation: result.value.invitation, code, wrong: code === "000000" ? "111111" : "000000" }
  }
  const prove = (invitation: string, code: string, now: Date) =>
    execute(proveInvitation, at(now), { invitation, code })

  return {
    ...acceptances(at, service),
    invited,
    sent,
    prove,
    /** As far as the choice. */
    async proved(now: Date) {
      const { account, link } = await invited(now)
      const { invitation, code } = await sent(link, account, now)
      await prove(invitation, code, now)
      return { account, link, invitation }
    },
    async stateOf({ id }: Account) {
      const [row] = await test().owner`
        select a.state, a.sign_in_method as method, a.username, a.username_key as key, a.email_verified_at as verified,
          a.password_hash is not null as "hasPassword", (select acr from sessions s where s.account_id = a.id) as acr
        from accounts a where a.id = ${id}`
      return row
    },
  }
}

/** The two ways in, of a browser that has proved itself by the code. */
function acceptances(at: (now: Date) => Context, service: ThaidStandIn) {
  return {
    byPassword(
      invitation: string,
      { nationalId }: Pick<Account, "nationalId">,
      now: Date,
      more: { username?: string; newPassword?: string } = {},
    ) {
      const { username = "", newPassword = fresh } = more
      const typed = { nationalId, username, newPassword, again: newPassword }
      return execute(acceptByPassword, at(now), { invitation, ...typed, locale: "th", browser })
    },
    /** To ThaiID and back, where it vouches for a person; `brought` is the invitation of the cookie that comes back. */
    async byThaid(
      invitation: string,
      { nationalId }: Pick<Account, "nationalId">,
      now: Date,
      brought = invitation,
    ) {
      const begun = await execute(startAcceptByThaid, at(now), { invitation, address: "192.0.2.7" })
      if (!begun.ok) return begun
      const { searchParams } = new URL(begun.value.address)
      const nonce = searchParams.get("nonce") ?? ""
      const claims = service.claims(now, { pid: nationalId, sub: nationalId, nonce })
      service.giveToken(await service.sign(claims))
      const from = { state: searchParams.get("state") ?? "", browser: begun.value.browser, code: "the-code" }
      const returned = await execute(returnFromThaid, at(now), from)
      if (!returned.ok) return returned
      const { attemptId, code } = returned.value
      const second = { invitation: brought, attemptId, code, locale: "th", browser }
      return execute(acceptByThaid, at(now), second)
    },
  }
}
