import "server-only"
import { randomUUID } from "node:crypto"
import {
  insertAccount,
  insertPerson,
  type LockedAccount,
  lockAccountOf,
  markInvitedAgain,
} from "@/db/queries/identity"
import type { Transaction } from "@/db/types"
import { keyedHash, keyedHashes } from "@/lib/crypto/keyed-hash"
import { keyRing } from "@/lib/crypto/ring"
import { seal } from "@/lib/crypto/seal"
import type { Locale } from "@/lib/i18n/locale"
import { nationalIdPlace } from "./places"

/** The person for whom there has to be an account. Everything but the number counts for a new one only. */
export type WantedAccount = {
  /** 13 bare digits. */
  readonly nationalId: string
  readonly title: string
  readonly given: string
  readonly family: string
  readonly email: string
  /** When the person showed by a code that the address is his; absent where somebody else named it. */
  readonly emailVerifiedAt?: Date | null
  readonly locale: Locale
  /** Whether ThaiID vouched for the number: the request was signed by the person himself. */
  readonly provedByThaid: boolean
  readonly now: Date
}

/** `isNew`: it came into being by this call, `invited`, and nobody has used it. */
export type EnsuredAccount = Pick<LockedAccount, "accountId" | "state"> & { readonly isNew: boolean }

/**
 * Step: the account of a person, held until the transaction ends. Where there is one, its names, address and state stay
 * as they are; only one that was closed before anybody used it is invited again, as if new. Of two calls for one person
 * at the same moment the later waits and finds what the first made.
 */
export async function ensureAccount(tx: Transaction, wanted: WantedAccount): Promise<EnsuredAccount> {
  const hashes = keyedHashes(keyRing(), "national-id", wanted.nationalId)
  const known = await lockAccountOf(tx, hashes)
  if (known) return again(tx, known, wanted)
  const [id, accountId] = [randomUUID(), randomUUID()]
  const person = {
    id,
    nationalIdSealed: seal(keyRing(), nationalIdPlace(id), wanted.nationalId),
    nationalIdHash: keyedHash(keyRing(), "national-id", wanted.nationalId),
    titleTh: wanted.title,
    givenNameTh: wanted.given,
    familyNameTh: wanted.family,
  }
  const personId = await insertPerson(tx, person, hashes)
  const isOurs = await insertAccount(tx, { id: accountId, personId, ...columnsOf(wanted) })
  if (isOurs) return { accountId, state: "invited", isNew: true }
  // another call for the same person was first, and has committed by now
  const other = await lockAccountOf(tx, hashes)
  if (!other) throw new Error("an account can neither be made nor found")
  return again(tx, other, wanted)
}

async function again(tx: Transaction, known: LockedAccount, wanted: WantedAccount): Promise<EnsuredAccount> {
  const { accountId, state } = known
  if (state !== "closed" || known.wasUsed) return { accountId, state, isNew: false }
  await markInvitedAgain(tx, accountId, columnsOf(wanted))
  return { accountId, state: "invited", isNew: true }
}

function columnsOf({ email, emailVerifiedAt = null, locale, provedByThaid, now }: WantedAccount) {
  const columns = { email, emailVerifiedAt, locale, thaidProvedAt: provedByThaid ? now : null }
  return { ...columns, state: "invited" as const, stateChangedAt: now, createdAt: now }
}
