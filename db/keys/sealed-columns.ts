import { activationCodePlace } from "@/lib/activation/places"
import type { KeyPurpose } from "@/lib/crypto/key-ring"
import { documentKeyPlace } from "@/lib/documents/places"
import { recoveryPlace, totpPlace } from "@/lib/factors/places"
import { nationalIdPlace } from "@/lib/identity/places"
import { importRowPlace } from "@/lib/imports/places"
import { mailPlace } from "@/lib/mail/place"
import { orderPersonPlace } from "@/lib/orders/places"
import { registrationIdPlace } from "@/lib/registration/places"
import { thaidProofPlace, thaidVerifierPlace } from "@/lib/signin/thaid-places"
import { oidcKeyPlace } from "@/lib/systems/places"
import { webhookSecretPlace } from "@/lib/webhooks/places"

/** A column whose values are sealed, and the keyed hash that is kept of the same text, if there is one. */
export type SealedColumn = {
  readonly table: string
  readonly column: string
  /** Where a row's value belongs, as it was sealed. */
  readonly place: (id: string) => string
  /** The primary key where it is not a uuid named `id`. */
  readonly textId?: string
  readonly hash?: { readonly column: string; readonly purpose: KeyPurpose }
}

/** Every sealed column. A test holds the list to what the database has. */
export const sealedColumns: readonly SealedColumn[] = [
  {
    table: "persons",
    column: "national_id_sealed",
    place: nationalIdPlace,
    hash: { column: "national_id_hash", purpose: "national-id" },
  },
  { table: "outbox_mails", column: "props_sealed", place: mailPlace },
  { table: "totp_factors", column: "secret_sealed", place: totpPlace },
  {
    table: "recovery_codes",
    column: "digest_sealed",
    place: recoveryPlace,
    hash: { column: "code_hash", purpose: "recovery-code" },
  },
  { table: "thaid_attempts", column: "verifier_sealed", place: thaidVerifierPlace },
  { table: "thaid_attempts", column: "proved_sealed", place: thaidProofPlace },
  {
    table: "registrations",
    column: "national_id_sealed",
    place: registrationIdPlace,
    hash: { column: "national_id_hash", purpose: "national-id" },
  },
  {
    table: "order_people",
    column: "national_id_sealed",
    place: orderPersonPlace,
    hash: { column: "national_id_hash", purpose: "national-id" },
  },
  { table: "activation_codes", column: "code_sealed", place: activationCodePlace },
  { table: "import_rows", column: "content_sealed", place: importRowPlace },
  { table: "documents", column: "key_sealed", place: documentKeyPlace },
  { table: "webhook_secrets", column: "secret_sealed", place: webhookSecretPlace },
  { table: "oidc_keys", column: "key_sealed", textId: "kid", place: oidcKeyPlace },
]

/** Keyed hashes of what is not kept: no rotation can renew them, they go with their time. */
export const hashOnlyColumns = [
  "sessions.token_hash",
  "login_flows.token_hash",
  "thaid_attempts.state_hash",
  "thaid_attempts.browser_hash",
  "thaid_attempts.nonce_hash",
  "otp_codes.code_hash",
  "passkey_challenges.key_hash",
  "email_changes.code_hash",
  "email_changes.former_code_hash",
  "alarms.token_hash",
  "recoveries.token_hash",
  "recoveries.code_hash",
  "recoveries.subject",
  "assisted_recoveries.cancel_hash",
  "registrations.secret_hash",
  "registrations.token_hash",
  "registration_codes.code_hash",
  "activation_codes.code_hash",
  "activations.token_hash",
  "activations.secret_hash",
  "invitations.token_hash",
  "invitations.browser_hash",
  "invitations.code_hash",
  "known_devices.device_hash",
  "signin_throttles.subject",
  "signin_throttles.device",
  "rate_limits.key",
] as const
