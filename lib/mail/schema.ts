import { z } from "zod"

const instant = z.iso.datetime()

/** Token of the link “this wasn't me” (`setAlarm`). */
const alarm = z.string().min(1).max(100)

/** A request's own number, `R-4827-1935`. */
const requestNumber = z.string().regex(/^[RO]-\d{4}-\d{4}$/)

const outcome = z.object({
  number: requestNumber,
  reasons: z.array(z.string().max(500)).max(20),
  fields: z.array(z.string().max(200)).max(60),
  note: z.string().max(4000),
  at: instant,
  until: instant,
})

/** The same of an order, which belongs to a unit. */
const orderOutcome = outcome.extend({
  unitCode: z.string().regex(/^\d{2,8}$/),
  /** It came by the unit's activation code: who reads this has no account, and goes on by number and secret. */
  isByCode: z.boolean().optional(),
})

/** What a person is told about his membership in a unit, and about his account by those in charge of all his units. */
export const membershipNotices = [
  "offered",
  "suspended",
  "restored",
  "ended",
  "account-suspended",
  "account-restored",
  "account-closed",
] as const

/**
 * What each kind of mail is told, by the name of its template. Instants travel as ISO 8601 text, because the sealed
 * row holds JSON.
 */
export const mailProps = {
  /** A one-time code to finish signing in. */
  "otp-code": z.object({ code: z.string().regex(/^\d{6}$/), sentAt: instant, expiresAt: instant }),
  /** A sign-in from a browser that this account had not used before. */
  "new-device": z.object({ at: instant }),
  /** A code that proves an e-mail address: the new one, or the former one that has to agree. */
  "email-code": z.object({
    code: z.string().regex(/^\d{6}$/),
    address: z.enum(["new", "former"]),
    sentAt: instant,
    expiresAt: instant,
  }),
  /** A factor of the account was added, removed, renewed or used up. */
  "factor-changed": z.object({
    change: z.enum([
      "totp-added",
      "totp-removed",
      "passkey-added",
      "passkey-removed",
      "passkey-stopped",
      "recovery-codes-made",
      "recovery-code-used",
    ]),
    at: instant,
    alarm,
  }),
  /** To the former address: another one has taken its place. */
  "email-changed": z.object({ at: instant, alarm }),
  /** The password was changed by its owner. */
  "password-changed": z.object({ at: instant, alarm }),
  /** Wrong passwords in number, none of which came in; `at` is the latest. */
  "many-failures": z.object({ at: instant }),
  /** The account signs in another way from now on. */
  "method-changed": z.object({ method: z.enum(["thaid", "password"]), at: instant, alarm }),
  /** A code for who has forgotten the password. */
  "recovery-code": z.object({
    code: z.string().regex(/^\d{6}$/),
    sentAt: instant,
    expiresAt: instant,
    alarm,
  }),
  /** Somebody asked for such a code, but the account takes another way. */
  "recovery-other-way": z.object({ reason: z.enum(["thaid", "locked", "suspended"]), at: instant, alarm }),
  /** The user name that was forgotten; empty where there is none. */
  "username-reminder": z.object({ username: z.string().max(200), at: instant, alarm }),
  /** The locked account is open again. */
  "account-opened": z.object({ at: instant, alarm }),
  /** Somebody in charge opened a way back; the owner may cancel it until a time. */
  "recovery-asked": z.object({ at: instant, until: instant, cancel: alarm, alarm }),
  /** The one-time link of a way back that people in charge opened. */
  "recovery-link": z.object({ at: instant, until: instant, link: alarm, alarm }),
  /** The link into a new account, good until a time. */
  invitation: z.object({ at: instant, until: instant, link: alarm }),
  /** The code that goes with it. */
  "invitation-code": z.object({ code: z.string().regex(/^\d{6}$/), sentAt: instant, expiresAt: instant }),
  /** The owner said “this wasn't me”: the account is locked. */
  "account-locked": z.object({ at: instant }),
  /** A code for an applicant: to confirm his address, or to show that a correction or withdrawal is his. */
  "registration-code": z.object({
    code: z.string().regex(/^\d{6}$/),
    purpose: z.enum(["confirm-email", "correct", "withdraw"]),
    number: requestNumber,
    sentAt: instant,
    expiresAt: instant,
  }),
  /** A request arrived; it waits for an officer. */
  "registration-received": z.object({ number: requestNumber, at: instant }),
  /** To who has an account: somebody typed his number in a request, or ThaiID proved it to be somebody's whom we don't know. */
  "registration-known": z.object({ kind: z.enum(["typed", "disputed"]), at: instant }),
  /** To the holder of an account that was in dispute: an officer has decided that it is his again, or another's. */
  "dispute-settled": z.object({ kind: z.enum(["kept", "given"]), at: instant }),
  /** A request was approved for who has an account already, in whatever state; for all others the invitation says so. */
  "registration-approved": z.object({
    number: requestNumber,
    standing: z.enum(["open", "suspended", "locked"]).default("open"),
    at: instant,
  }),
  /** A request has to be put right until a time; reasons and fields are words by now. */
  "registration-returned": outcome,
  "registration-rejected": outcome,
  /** To who handed in an order: what was decided on it. */
  "order-approved": orderOutcome,
  "order-returned": orderOutcome,
  "order-rejected": orderOutcome,
  /** To a unit and its SSO Admins: an office above looks after it, does so longer, or no more. */
  caretaker: z.object({
    about: z.enum(["begun", "renewed", "ended"]),
    unitCode: z.string().regex(/^\d{2,8}$/),
    unit: z.string().max(300),
    office: z.string().max(300),
    at: instant,
    until: instant,
  }),
  /** To somebody whose roles in connected systems changed; names are words of his language, `until` a day. */
  "rights-changed": z.object({
    unit: z.string().max(300),
    changes: z
      .array(
        z.object({
          act: z.enum(["grant", "until", "withdraw", "restore"]),
          system: z.string().max(300),
          role: z.string().max(200),
          until: z.iso.date().nullable(),
        }),
      )
      .max(200),
    reason: z.string().max(500),
    at: instant,
  }),
  /** To somebody who asked for a role: it was not granted, and why. */
  "rights-refused": z.object({
    unit: z.string().max(300),
    system: z.string().max(300),
    role: z.string().max(200),
    answer: z.string().max(500),
    at: instant,
  }),
  /** To the person: a unit offers him a membership, or changed how he stands there, or his account. Units by name. */
  "membership-notice": z.object({
    kind: z.enum(membershipNotices),
    unitTh: z.string().max(300),
    unitEn: z.string().max(300),
    at: instant,
    /** Until when an offer can be accepted, or the last day of a suspension; empty where neither is. */
    until: instant.or(z.literal("")),
  }),
  /** To a unit and the office above it: what threatens to leave the unit without an SSO Admin. */
  "unit-findings": z.object({
    scope: z.enum(["own", "below"]),
    lines: z.array(
      z.object({
        finding: z.enum(["no-admin", "one-admin", "order-ending", "admin-unseen"]),
        code: z.string().regex(/^\d{2,8}$/),
        unit: z.string().max(300),
      }),
    ),
    more: z.number().int().nonnegative(),
    at: instant,
  }),
  /** To SSO Admins: somebody of their unit gave his account its first confirmed address, by password alone. */
  "email-set": z.object({ name: z.string(), at: instant }),
} as const

/** Name of a template. */
export type MailTemplate = keyof typeof mailProps

/** What a template is told. */
export type MailProps<T extends MailTemplate> = z.output<(typeof mailProps)[T]>
