import { describe, expect, it, vi } from "vitest"
import { makeAccount } from "@/db/factories/account"
import { execute, look } from "@/lib/kernel/execute"

const service = await vi.hoisted(async () => {
  const { ThaidStandIn } = await import("@/db/testing/thaid-stand-in")
  const started = await new ThaidStandIn().start()
  vi.stubEnv("THAID_ORIGIN", started.origin)
  vi.stubEnv("THAID_CLIENT_ID", started.clientId)
  vi.stubEnv("THAID_CLIENT_SECRET", started.clientSecret)
  vi.stubEnv("THAID_NONCE_REQUIRED", "1")
  vi.stubEnv("THAID_PATIENCE_SECONDS", "1")
  return started
})

import { makeUnitTree, type TreeUnit } from "@/db/factories/unit-tree"
import { invitationSteps } from "@/db/testing/invitation-steps"
import { later, no, start, useThaidSignInTest } from "@/db/testing/use-thaid-sign-in-test"
import { getInvitation, getMyInvitation } from "./get-invitation"
import { proveInvitation } from "./prove-invitation"
import { sendInvitationCode } from "./send-invitation-code"
import { withdrawInvitation } from "./withdraw-invitation"

const { database, at, signIn } = useThaidSignInTest(service)
const steps = invitationSteps(database, service)
const { invited, sent, proved, prove, byPassword, byThaid, stateOf } = steps
const day = 24 * 60 * 60

describe("an invitation", () => {
  it("mails a code when its button is pressed, and by the right one the browser goes on", async () => {
    const { link, account } = await invited(start)
    expect(await look(getInvitation, at(start), { link })).toMatchObject({ ok: true })
    const { invitation, code } = await sent(link, account, start)
    expect(code).toMatch(/^\d{6}$/)
    const mine = (now: Date) => look(getMyInvitation, at(now), { invitation })
    expect(await mine(start)).toMatchObject({ value: { asks: "code", until: later(day), hasThaid: true } })
    expect(await prove(invitation, code, later(day - 1))).toEqual({ ok: true, value: null })
    expect(await mine(later(day))).toMatchObject({ value: { asks: "choice" } })
    expect(await mine(later(day + 3600))).toEqual(no("invitations.code-expired"))
  })

  it("takes five guesses of a code, counts none that is no code, and then wants another", async () => {
    const { link, account } = await invited(start)
    const { invitation, wrong } = await sent(link, account, start)
    expect(await prove(invitation, "12345", start)).toEqual(no("invalid"))
    for (const left of [4, 3, 2, 1])
      expect(await prove(invitation, wrong, start)).toMatchObject({
        refusal: { code: "invitations.code-wrong", facts: { left } },
      })
    expect(await prove(invitation, wrong, start)).toEqual(no("invitations.guesses-used"))
    const again = await sent(link, account, later(1))
    expect((await prove(again.invitation, again.code, later(2))).ok).toBe(true)
    // the browser that opened it before is out
    expect(await prove(invitation, again.code, later(3))).toEqual(no("invitations.gone"))
  })

  it("says of a code that it is too old, and mails no more than five an hour", async () => {
    const { link, account } = await invited(start)
    const { invitation, code } = await sent(link, account, start)
    expect(await prove(invitation, code, later(day))).toEqual(no("invitations.code-expired"))
    for (let nth = 0; nth < 4; nth += 1) await sent(link, account, start)
    expect(await execute(sendInvitationCode, at(start), { link })).toMatchObject({
      refusal: { code: "invitations.too-many" },
    })
  })

  it("is over after 14 days, when withdrawn, when replaced, and once accepted", async () => {
    const one = await invited(start)
    const code = (link: string, now: Date) => execute(sendInvitationCode, at(now), { link })
    expect(await code(one.link, later(14 * day))).toEqual(no("invitations.expired"))
    const two = await invited(start)
    const newer = await invited(start, two.account)
    expect(await code(two.link, later(1))).toEqual(no("invitations.gone"))
    await database().db.transaction((tx) => withdrawInvitation(tx, two.account.id, later(2)))
    expect(await code(newer.link, later(3))).toEqual(no("invitations.gone"))
    const { invitation, account, link } = await proved(start)
    expect((await byPassword(invitation, account, later(1))).ok).toBe(true)
    expect(await code(link, later(2))).toEqual(no("invitations.accepted"))
    const door = await invited(start)
    expect((await signIn(door.account, later(1))).ok).toBe(true)
    expect(await code(door.link, later(2))).toEqual(no("invitations.accepted"))
    expect(await code("none", start)).toEqual(no("invitations.gone"))
  })
})

describe("accepting by password", () => {
  it("takes the account into use, its address confirmed, and opens a session that says how sure it is", async () => {
    const { invitation, account } = await proved(start)
    const answer = await byPassword(invitation, account, later(5), { username: "Malee.T" })
    expect(answer).toMatchObject({ ok: true })
    expect(await stateOf(account)).toMatchObject({
      state: "active",
      method: "password",
      username: "Malee.T",
      key: "malee.t",
      verified: later(5),
      acr: "urn:dla:email",
      hasPassword: true,
    })
    expect(await byPassword(invitation, account, later(6))).toEqual(no("invitations.gone"))
  })

  it("wants the invited person's number: five others, and the code is asked for again", async () => {
    const { invitation, account } = await proved(start)
    const other = await makeAccount(database().db)
    for (const left of [4, 3, 2, 1])
      expect(await byPassword(invitation, other, later(1))).toMatchObject({
        refusal: { code: "invitations.other-number", facts: { left } },
      })
    expect(await byPassword(invitation, other, later(1))).toEqual(no("invitations.guesses-used"))
    expect(await byPassword(invitation, account, later(2))).toEqual(no("invitations.code-expired"))
    expect(await stateOf(account)).toMatchObject({ state: "invited", hasPassword: false })
  })

  it("wants the code first, a password that nobody guesses, and a user name that is nobody else's", async () => {
    const { link, account } = await invited(start)
    const early = await sent(link, account, start)
    expect(await byPassword(early.invitation, account, start)).toEqual(no("invitations.code-expired"))
    const { invitation, account: his } = await proved(start)
    const other = await makeAccount(database().db, { username: "somchai.k" })
    expect(other.username).toBe("somchai.k")
    expect(await byPassword(invitation, his, start, { username: "SOMCHAI.K" })).toEqual(
      no("invitations.username-taken"),
    )
    expect(await byPassword(invitation, his, start, { newPassword: "passwordpassword" })).toMatchObject({
      ok: false,
    })
    for (const username of ["abc", "1360999000042", "a b c d", "ก้านแก้ว"])
      expect(await byPassword(invitation, his, start, { username })).toMatchObject({
        refusal: { fields: { username: "usernameWrong" } },
      })
    const twice = await Promise.all([byPassword(invitation, his, start), byPassword(invitation, his, start)])
    expect(twice.map(({ ok }) => ok).toSorted()).toEqual([false, true])
  })

  it("of two who choose one user name at the same moment one gets it", async () => {
    const [one, two] = [await proved(start), await proved(start)]
    const both = await Promise.all(
      [one, two].map(({ invitation, account }) =>
        byPassword(invitation, account, start, { username: "same.name" }),
      ),
    )
    expect(both.map((answer) => (answer.ok ? "in" : answer.refusal.code)).toSorted()).toEqual([
      "in",
      "invitations.username-taken",
    ])
  })
})

describe("accepting by ThaiID", () => {
  it("lets the invited person in, who signs in by ThaiID from now on", async () => {
    const { invitation, account } = await proved(start)
    expect(await byThaid(invitation, account, later(1))).toMatchObject({ ok: true })
    expect(await stateOf(account)).toMatchObject({
      state: "active",
      method: "thaid",
      verified: later(1),
      acr: "urn:dla:thaid",
      hasPassword: false,
    })
  })

  it("refuses another person, with an account or without, on record; nothing changes, and the right one still can", async () => {
    const { invitation, account } = await proved(start)
    const other = await makeAccount(database().db)
    for (const person of [other, { nationalId: "1234567890121" }])
      expect(await byThaid(invitation, person, later(1))).toEqual(no("signin.thaid-other-person"))
    expect(await stateOf(account)).toMatchObject({ state: "invited", method: "password", acr: null })
    const events = await database().owner`
      select refusal from audit_events where action = 'invitations.accept-thaid' and actor_id = ${account.id}`
    expect(events.map(({ refusal }) => refusal)).toEqual([
      "signin.thaid-other-person",
      "signin.thaid-other-person",
    ])
    expect((await byThaid(invitation, account, later(2))).ok).toBe(true)
  })

  it("wants an errand that this very invitation began", async () => {
    const [one, two] = [await proved(start), await proved(start)]
    expect(await byThaid(one.invitation, one.account, later(1), two.invitation)).toEqual(
      no("signin.thaid-used"),
    )
    expect(await execute(proveInvitation, at(start), { invitation: "x", code: "123456" })).toEqual(
      no("invitations.gone"),
    )
  })
})

describe("whoever comes into his account for the first time", () => {
  let tree: Readonly<Record<"06360207" | "05360204", TreeUnit>> | undefined
  /** An offer of a unit for an account; `isNew`, the one by which it came into being. */
  const offered = async (
    accountId: string,
    code: "06360207" | "05360204",
    isNew: boolean,
    until = later(day),
  ) => {
    tree ??= await makeUnitTree(database().db)
    await database()
      .owner`insert into membership_offers (unit_id, account_id, is_new_account, title_th, given_name_th,
        family_name_th, email, post, staff_kind, valid_from, state, offered_by, offered_at, expires_at)
      values (${tree[code].id}, ${accountId}, ${isNew}, '', '', '', '', 'นิติกร', 'local-government', '2026-11-01',
        'open', ${accountId}, ${start}, ${until})`
  }
  const seats = async (accountId: string) =>
    (
      await database().owner`select u.code, m.state from memberships m join units u on u.id = m.unit_id
      where m.account_id = ${accountId}`
    ).map(({ code, state }) => `${code} ${state}`)

  it("accepts the offer by which it came into being, by whatever door, and no other", async () => {
    const byWord = await proved(start)
    const atDoor = await invited(start)
    const byId = await proved(start)
    for (const { account } of [byWord, atDoor, byId]) {
      await offered(account.id, "06360207", true)
      await offered(account.id, "05360204", false)
    }
    expect((await byPassword(byWord.invitation, byWord.account, later(1))).ok).toBe(true)
    expect((await byThaid(byId.invitation, byId.account, later(1))).ok).toBe(true)
    expect((await signIn(atDoor.account, later(1))).ok).toBe(true)
    for (const { account } of [byWord, atDoor, byId])
      expect(await seats(account.id)).toEqual(["06360207 active"])
  })

  it("accepts none whose time is over", async () => {
    const { invitation, account } = await proved(start)
    await offered(account.id, "06360207", true, later(1))
    expect((await byPassword(invitation, account, later(1))).ok).toBe(true)
    expect(await seats(account.id)).toEqual([])
  })
})
