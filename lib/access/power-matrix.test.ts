import { describe, expect, it } from "vitest"
import { pdf } from "@/db/factories/pdf"
import { activationCells, activationTrials } from "@/db/testing/activation-trials"
import { attempts } from "@/db/testing/attempt"
import { caretakerCells, caretakerTrials, unitDataCommands } from "@/db/testing/caretaker-trials"
import { clientCells, clientCommands, clientTrials } from "@/db/testing/client-trials"
import { namesOf } from "@/db/testing/declared-names"
import { deskCells, deskTrials } from "@/db/testing/desk-trials"
import { documentCells, documentTrials } from "@/db/testing/document-trials"
import { factorCells, factorTrials } from "@/db/testing/factor-cells"
import { importCells } from "@/db/testing/import-trials"
import { invitationTrials, openInvitations } from "@/db/testing/invitation-trials"
import { membersInCharge, membersSelf, memberTrials } from "@/db/testing/member-trials"
import { oidcCells, oidcTrials } from "@/db/testing/oidc-trials"
import { ordersInCharge, orderTrials } from "@/db/testing/order-trials"
import { ownTrials } from "@/db/testing/own-trials"
import { openRecoveries, recoveriesInCharge, recoveryTrials } from "@/db/testing/recovery-trials"
import {
  openRegistrations,
  registrationsByItself,
  registrationTrials,
} from "@/db/testing/registration-trials"
import { catalogueCommands, rightsCells, rightsTrials } from "@/db/testing/rights-trials"
import { useTestDatabase } from "@/db/testing/use-test-database"
import { webhookCells, webhookTrials } from "@/db/testing/webhook-trials"
import { type Actor, type DepartmentRole, departmentRoles, type UnitLevel, visitor } from "@/lib/kernel/actor"
import { publishVersion } from "@/lib/manuals/publish-version"
import { acceptDuties } from "@/lib/signin/accept-duties"
import { changeMethod } from "@/lib/signin/change-method"
import { changeSecondFactorStart } from "@/lib/signin/change-second-factor-start"
import { changeThaidDuty } from "@/lib/signin/change-thaid-duty"
import { redeemCode } from "@/lib/signin/redeem-code"
import { resendCode } from "@/lib/signin/resend-code"
import { returnFromThaid } from "@/lib/signin/return-from-thaid"
import { signInByThaid } from "@/lib/signin/sign-in-by-thaid"
import { startMethodChange } from "@/lib/signin/start-method-change"
import { startSignIn } from "@/lib/signin/start-sign-in"
import { startThaid } from "@/lib/signin/start-thaid"
import { startThaidStepUp } from "@/lib/signin/start-thaid-step-up"
import { stepUpByThaid } from "@/lib/signin/step-up-by-thaid"
import { changeSupportContact } from "@/lib/support/change-support-contact"
import { actions } from "./may"

const test = useTestDatabase()
const now = new Date("2026-11-21T02:00:00Z")
const attempt = attempts(test, now)
const id = "00000000-0000-4000-8000-000000000001"

function seated(path: string, level: UnitLevel): Actor {
  const seat = { membershipId: id, unitId: id, path, level, isAdmin: true }
  return { kind: "account", accountId: id, sessionId: id, seats: [seat], roles: [] }
}

/** Everyone who may come: SSO Admins by where they stand, the Department's five roles, and nobody in particular. */
const people: Record<string, Actor> = {
  visitor,
  "unit's SSO Admin": seated("1/36/2/7/", "local"),
  "district SSO Admin": seated("1/36/2/", "district"),
  "provincial SSO Admin": seated("1/36/", "province"),
  ...Object.fromEntries(
    departmentRoles.map((role: DepartmentRole) => [
      role,
      { kind: "account", accountId: id, sessionId: id, seats: [], roles: [role] } satisfies Actor,
    ]),
  ),
}

// Typed from the product page: who may, by command. Manuals and settings belong to no unit, so own, below, above and
// elsewhere are one cell. `forbidden` is the no of powers; any other answer means that the power was there.
const everyone = Object.keys(people)
const inCharge = ["unit's SSO Admin", "district SSO Admin", "provincial SSO Admin", "officer"]
const chargeOf = [...recoveriesInCharge, ...ordersInCharge, ...membersInCharge]
const signedIn = everyone.filter((who) => who !== "visitor")
const expected: Record<string, readonly string[]> = {
  "manuals.publish": ["officer"],
  "signin.change-second-factor-start": ["administrator"],
  "signin.change-thaid-duty": ["administrator"],
  "support.change-contact": ["administrator"],
  // one's own affairs: they name nobody else, and need no power over anyone
  "email.confirm": signedIn,
  "email.resend-codes": signedIn,
  "email.start-change": signedIn,
  "email.withdraw-change": signedIn,
  "passwords.change": signedIn,
  "sessions.choose-membership": signedIn,
  "sessions.end": signedIn,
  "sessions.end-others": signedIn,
  "sessions.sign-out": signedIn,
  "signin.accept-duties": signedIn,
  "signin.change-method": signedIn,
  "signin.code": everyone,
  "signin.password": everyone,
  "signin.resend-code": everyone,
  ...factorCells(everyone, signedIn, ["administrator"]),
  ...deskCells(inCharge),
  ...caretakerCells(inCharge),
  "signin.start-method-change": signedIn,
  "signin.step-up-thaid": signedIn,
  "signin.step-up-thaid-start": signedIn,
  "signin.thaid": everyone,
  "signin.thaid-return": everyone,
  "signin.thaid-start": everyone,
  ...documentCells(everyone, signedIn),
  ...Object.fromEntries(openInvitations.map((name) => [name, everyone])),
  ...Object.fromEntries([...openRegistrations, ...openRecoveries].map((name) => [name, everyone])),
  ...Object.fromEntries(registrationsByItself.map((name) => [name, []])),
  ...Object.fromEntries(chargeOf.map((name) => [name, inCharge])),
  ...rightsCells(signedIn, inCharge),
  ...clientCells,
  ...oidcCells(signedIn),
  ...webhookCells,
  ...importCells(inCharge),
  ...Object.fromEntries(membersSelf.map((name) => [name, signedIn])),
  ...activationCells(everyone),
  "orders.read-scan": signedIn,
}

const browser = { address: null, userAgent: "matrix" }
const fromThaid = { attemptId: id, code: "none" }

const trials: Record<string, (actor: Actor) => Promise<string>> = {
  "manuals.publish": (actor) =>
    attempt(publishVersion, actor, { slug: "no-such-manual", expectedVersion: 0, note: "", file: pdf() }),
  "signin.change-second-factor-start": (actor) =>
    attempt(changeSecondFactorStart, actor, {
      version: 9,
      day: "1",
      month: "1",
      year: "2569",
      confirmed: false,
    }),
  "signin.change-thaid-duty": (actor) =>
    attempt(changeThaidDuty, actor, {
      version: 9,
      group: "admins",
      day: "1",
      month: "1",
      year: "2569",
      lifted: false,
      confirmed: false,
    }),
  "support.change-contact": (actor) =>
    attempt(changeSupportContact, actor, {
      version: 9,
      telephone: "1567",
      hoursTh: "",
      hoursEn: "",
      openChatUrl: "",
    }),
  ...ownTrials(attempt),
  "signin.accept-duties": (actor) => attempt(acceptDuties, actor, { version: 0 }),
  "signin.change-method": (actor) =>
    attempt(changeMethod, actor, { ...fromThaid, purpose: "link", locale: "th" }),
  "signin.code": (actor) =>
    attempt(redeemCode, actor, { flow: "none", code: "123456", locale: "th", browser }),
  "signin.password": (actor) =>
    attempt(startSignIn, actor, {
      username: "nobody",
      password: "none of anyone's",
      sharedComputer: false,
      locale: "th",
      browser,
    }),
  "signin.resend-code": (actor) => attempt(resendCode, actor, { flow: "none", locale: "th" }),
  ...factorTrials(attempt),
  ...caretakerTrials(attempt),
  ...deskTrials(attempt),
  "signin.start-method-change": (actor) => attempt(startMethodChange, actor, { to: "thaid" }),
  "signin.step-up-thaid": (actor) => attempt(stepUpByThaid, actor, fromThaid),
  "signin.step-up-thaid-start": (actor) => attempt(startThaidStepUp, actor, {}),
  "signin.thaid": (actor) => attempt(signInByThaid, actor, { ...fromThaid, locale: "th", browser }),
  "signin.thaid-return": (actor) => attempt(returnFromThaid, actor, { state: "none", code: "none" }),
  "signin.thaid-start": (actor) => attempt(startThaid, actor, { sharedComputer: false, address: null }),
  ...documentTrials(attempt),
  ...invitationTrials(attempt),
  ...recoveryTrials(attempt),
  ...registrationTrials(attempt),
  ...orderTrials(attempt),
  ...rightsTrials(attempt),
  ...clientTrials(attempt),
  ...oidcTrials(attempt),
  ...webhookTrials(attempt),
  ...memberTrials(attempt),
  ...activationTrials(attempt),
}

/** Rows of the table that no command of this stage carries out; each moves to `expected` with its command. */
const noCommandYet = [
  "memberships.manage",
  "rights.see",
  "notices.publish",
  "closures.plan",
  "audit.read",
  "why.see",
  "department.appoint",
]

/** Which command carries out an action of `may` whose name differs from its own. */
const carriedOutBy: Record<string, readonly string[]> = {
  "registrations.decide": ["desk.decide", "desk.claim", "desk.claim-next", "desk.undo", "desk.reopen"],
  "orders.decide": ["desk.decide", "desk.claim", "desk.claim-next", "desk.undo", "desk.reopen"],
  "accounts.recover": ["recovery.ask", "recovery.approve", "recovery.release", "recovery.refuse"],
  "orders.make": [...ordersInCharge],
  "memberships.manage": [...membersInCharge, "rights.change"],
  "settings.change": [
    "signin.change-strong-factor-start",
    "signin.change-second-factor-start",
    "signin.change-thaid-duty",
    "support.change-contact",
    "cases.change-holidays",
  ],
  "systems.manage": [...catalogueCommands, ...clientCommands],
  "systems.see": [],
  ...unitDataCommands,
  // a look, no command: change-setting.test.ts tries it
  "settings.see": [],
}

describe("the matrix of powers", () => {
  it("has a cell for every command that there is", () => {
    const names = namesOf("command", ".")
    expect(Object.keys(trials).toSorted()).toEqual(names.toSorted())
    expect(Object.keys(expected).toSorted()).toEqual(names.toSorted())
  })

  it("knows of every action by which command it is carried out, or that none is yet", () => {
    const known = [...noCommandYet, ...Object.keys(carriedOutBy), ...Object.keys(expected)]
    expect(actions.filter((action) => !known.includes(action))).toEqual([])
    expect(noCommandYet.filter((action) => action in expected)).toEqual([])
    expect(
      Object.values(carriedOutBy)
        .flat()
        .filter((name) => !(name in expected)),
    ).toEqual([])
  })

  const cells = Object.keys(trials).flatMap((name) => everyone.map((who) => [name, who] as const))
  it.each(cells)("%s by %s is answered as the product page says", async (name, who) => {
    const answer = await trials[name]?.(people[who] ?? visitor)
    if (expected[name]?.includes(who)) expect(answer).not.toBe("forbidden")
    else expect(answer).toBe("forbidden")
    // an input that does not fit would hide a power that is missing
    expect(answer).not.toBe("invalid")
  })
})
