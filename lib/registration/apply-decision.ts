import "server-only"
import {
  findKnownAccount,
  lockRegistration,
  markRegistration,
  markReinvited,
  type Registration,
} from "@/db/queries/registration"
import type { decisionOutcomes } from "@/db/schema/cases"
import type { Transaction } from "@/db/types"
import { ensureMembership } from "@/lib/access/ensure-membership"
import { keyRing } from "@/lib/crypto/ring"
import { open } from "@/lib/crypto/seal"
import { dropFactors } from "@/lib/factors/drop-factors"
import { bangkokDay } from "@/lib/i18n/dates"
import { ensureAccount } from "@/lib/identity/ensure-account"
import { invite } from "@/lib/invitations/invite"
import { enqueueMail } from "@/lib/mail/enqueue"
import { awardDisputed } from "./award-disputed"
import { registrationIdPlace } from "./places"
import { releaseDisputed } from "./release-disputed"
import { registrationLimits } from "./rules"
import { tellOutcome } from "./tell-outcome"

/** A decision on a registration whose half minute is over. */
export type RegistrationDecision = {
  readonly registrationId: string
  readonly outcome: (typeof decisionOutcomes)[number]
  /** Fields and pages to be put right, of a return. */
  readonly fields: readonly string[]
  /** Codes of reasons, each a sentence in room `desk` of the words. */
  readonly reasons: readonly string[]
  readonly note: string
  readonly decisionId: string
  readonly decidedBy: string
  readonly now: Date
}

/** What came of it, for the audit. */
export type AppliedRegistration = {
  readonly accountId?: string
  readonly membershipId?: string
  readonly isNewAccount?: boolean
  /** The disputed account that went to the applicant, or back to its holder. */
  readonly awarded?: string
  readonly released?: string
}

/**
 * Step: a decision takes effect, with its mail, in the caller's transaction, which holds the case.
 *
 * @returns nothing where the request is not waiting for a decision
 */
export async function applyRegistrationDecision(
  tx: Transaction,
  decision: RegistrationDecision,
): Promise<AppliedRegistration | undefined> {
  const { registrationId, outcome, fields, now } = decision
  const row = await lockRegistration(tx, { id: registrationId })
  if (row?.state !== "submitted") return undefined
  if (outcome === "approve") return approve(tx, row, decision)
  if (outcome === "return") {
    const expiresAt = new Date(now.getTime() + registrationLimits.returnedWait * 1000)
    await markRegistration(tx, row.id, {
      state: "returned",
      returnedFields: [...fields],
      decidedAt: now,
      expiresAt,
    })
    await tellOutcome(tx, row, { ...decision, template: "registration-returned", until: expiresAt })
    return {}
  }
  await markRegistration(tx, row.id, { state: "rejected", returnedFields: null, decidedAt: now })
  await tellOutcome(tx, row, { ...decision, template: "registration-rejected", until: null })
  return releaseDisputed(tx, row, now)
}

async function approve(
  tx: Transaction,
  row: Registration,
  { now }: RegistrationDecision,
): Promise<AppliedRegistration> {
  const { id, unitId, email, staffKind, nationalIdSealed } = row
  if (!(unitId && email && staffKind && nationalIdSealed))
    throw new Error("a submitted registration is incomplete")
  const ensured = await ensureAccount(tx, {
    nationalId: open(keyRing(), registrationIdPlace(id), nationalIdSealed),
    title: row.titleTh,
    given: row.givenNameTh,
    family: row.familyNameTh,
    email,
    emailVerifiedAt: row.emailVerifiedAt,
    locale: row.locale,
    provedByThaid: row.provedAt !== null,
    now,
  })
  const account = ensured.state === "closed" ? await openAgain(tx, ensured.accountId, email, now) : ensured
  const { accountId, isNew } = account
  const { isNew: isNewHere, membershipId } = await ensureMembership(tx, {
    accountId,
    unitId,
    post: row.post,
    staffKind,
    officeTelephone: row.telephone,
    today: bangkokDay(now),
  })
  await markRegistration(tx, id, {
    state: "approved",
    returnedFields: null,
    decidedAt: now,
    accountId,
    // what was there before stays when the approval is undone
    membershipId: isNewHere ? membershipId : null,
    hadAccount: !isNew,
  })
  const isAwarded = await awardDisputed(tx, row, { accountId, email, now })
  await letIn(tx, row, { ...account, ...(isAwarded ? { state: "active" } : {}), email, now })
  return { accountId, membershipId, isNewAccount: isNew, ...(isAwarded ? { awarded: accountId } : {}) }
}

/** Who comes back after his account was closed gets it again, empty: an account is its person's for life. */
async function openAgain(tx: Transaction, accountId: string, email: string, now: Date) {
  await markReinvited(tx, accountId, { email, now })
  await dropFactors(tx, accountId, now)
  return { accountId, state: "invited" as const, isNew: true }
}

type Holder = {
  readonly accountId: string
  readonly state: string
  readonly isNew: boolean
  readonly email: string
  readonly now: Date
}

/** One mail: the way into a new account, or that the account he has opens one unit more. */
async function letIn(tx: Transaction, row: Registration, holder: Holder): Promise<void> {
  const { accountId, email, now } = holder
  const { locale, number } = row
  if (holder.state === "invited") {
    await invite(tx, { accountId, email: await addressOf(tx, row, holder), locale, now })
    return
  }
  await enqueueMail(tx, {
    template: "registration-approved",
    locale,
    to: email,
    props: { number, standing: standingOf(holder.state), at: now.toISOString() },
    now,
  })
}

/** Whether the account that he has can be opened, and else what stands before it. */
function standingOf(state: string): "open" | "suspended" | "locked" {
  return state === "suspended" || state === "locked" ? state : "open"
}

/** Where an invitation goes: an account that waits for its owner already is opened by his own address, not by a typed one. */
async function addressOf(tx: Transaction, row: Registration, { isNew, email }: Holder): Promise<string> {
  if (isNew || row.provedAt || !row.nationalIdHash) return email
  const known = await findKnownAccount(tx, [row.nationalIdHash])
  return known?.email ?? email
}
