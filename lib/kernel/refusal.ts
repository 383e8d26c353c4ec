/**
 * Every expected "no", as one closed union. Each code has a Thai and an English sentence (`lib/i18n/*` room
 * `refusals`) or the types fail, and a test provokes each through its command.
 */
export const refusalCodes = [
  "invalid",
  "forbidden",
  "not-found",
  "signin.wrong",
  "signin.wait",
  "signin.busy",
  "signin.too-many-from-address",
  "signin.password-closed",
  "signin.suspended",
  "signin.not-active",
  "signin.no-email",
  "signin.flow-gone",
  "signin.duties-changed",
  "signin.thaid-off",
  "signin.thaid-declined",
  "signin.thaid-expired",
  "signin.thaid-used",
  "signin.thaid-other-browser",
  "signin.thaid-upstream",
  "signin.thaid-unverified",
  "signin.thaid-misconfigured",
  "signin.thaid-ial-too-low",
  "signin.thaid-card-expired",
  "signin.thaid-unknown",
  "signin.thaid-invited",
  "signin.thaid-closed",
  "signin.thaid-only",
  "signin.thaid-required",
  "signin.thaid-duty-short-notice",
  "signin.thaid-duty-lifted",
  "signin.thaid-duty-prove-first",
  "signin.thaid-other-person",
  "signin.method-unchanged",
  "signin.method-no-password",
  "signin.second-factor-confirm",
  "signin.second-factor-too-far",
  "otp.wrong",
  "otp.expired",
  "otp.guesses-used",
  "otp.too-many-wrong",
  "otp.too-many-sent",
  "otp.too-soon",
  "passwords.must-change",
  "passwords.current-wrong",
  "passwords.same",
  "passwords.repeats",
  "passwords.common",
  "passwords.personal",
  "passwords.local",
  "email.password-wrong",
  "email.same",
  "email.not-by-password",
  "email.change-gone",
  "email.code-wrong",
  "email.guesses-used",
  "recovery.too-many",
  "recovery.gone",
  "recovery.code-wrong",
  "recovery.guesses-used",
  "recovery.thaid-only",
  "recovery.suspended",
  "recovery.alarm-gone",
  "recovery.no-such-member",
  "recovery.own",
  "recovery.beyond-power",
  "recovery.not-recoverable",
  "recovery.no-address",
  "recovery.already-asked",
  "recovery.decided",
  "recovery.approved-already",
  "recovery.not-yet",
  "recovery.link-gone",
  "session.step-up-needed",
  "signin.password-wrong",
  "signin.step-up-gone",
  "signin.use-factor",
  "factors.too-many",
  "factors.none-begun",
  "factors.none",
  "factors.code-wrong",
  "factors.passkey-wrong",
  "factors.passkey-unknown",
  "factors.passkey-known",
  "factors.passkey-stopped",
  "sessions.not-yours",
  "sessions.no-such-seat",
  "settings.stale",
  "settings.unchanged",
  "manuals.not-a-pdf",
  "manuals.too-large",
  "manuals.same-file",
  "manuals.stale",
] as const

/** A code of the closed union above. */
export type RefusalCode = (typeof refusalCodes)[number]

/** What a refusal's sentence needs to be exact: an instant, a number. Never personal data. */
export type RefusalFacts = { readonly until?: Date; readonly left?: number }

/** Which form field is wrong and by which sentence (a key of the room's dictionary). */
export type FieldErrors = Readonly<Record<string, string>>

/** An expected "no" as the caller gets it. */
export type Refusal = {
  readonly code: RefusalCode
  readonly facts?: RefusalFacts
  readonly fields?: FieldErrors
}
