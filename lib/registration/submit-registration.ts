import "server-only"
import {
  findKnownAccount,
  findRegistration,
  lockRegistration,
  markRegistration,
  type Registration,
} from "@/db/queries/registration"
import type { Transaction } from "@/db/types"
import { queueCase } from "@/lib/cases/queue-case"
import { keyedHashes } from "@/lib/crypto/keyed-hash"
import { keyRing } from "@/lib/crypto/ring"
import { open } from "@/lib/crypto/seal"
import { canBeAnyone } from "@/lib/kernel/actor"
import { command } from "@/lib/kernel/command"
import { done, refused } from "@/lib/kernel/outcome"
import { enqueueMail } from "@/lib/mail/enqueue"
import { nobody } from "@/lib/mail/rules"
import { documentsShut } from "./documents-shut"
import { registrationTokenHashes, secretHash } from "./hashes"
import { isComplete } from "./is-complete"
import { newSecret } from "./new-secret"
import { requestShut } from "./open-request"
import { registrationIdPlace } from "./places"
import { submitRegistrationInput } from "./schema"

/**
 * Hands a request in: for the first time, or put right in its old place. The case is held before the request, so the request
 * is looked at first and, once held, must still be what was looked at.
 */
export const submitRegistration = command({
  name: "registration.submit",
  input: submitRegistrationInput,
  allow: canBeAnyone,
  async run({ tx, now, input }) {
    const seen = await findRegistration(tx, { tokenHashes: registrationTokenHashes(input.registration) })
    const shut = requestShut(seen, now)
    if (shut || !seen) return refused(shut ?? "registration.gone")
    if (seen.version !== input.version) return refused("registration.stale")
    const { id, number, unitId } = seen
    if (!(unitId && isComplete(seen))) return refused("registration.incomplete")
    const shutByFiles = await documentsShut(tx, id)
    if (shutByFiles) return refused(shutByFiles)
    const title = `${seen.titleTh}${seen.givenNameTh} ${seen.familyNameTh}`
    const queued = await queueCase(tx, { kind: "registration", subjectId: id, number, unitId, title, now })
    if (queued !== "queued") return refused("registration.closed")
    const row = await lockRegistration(tx, { id })
    if (row?.version !== seen.version || row.state !== seen.state) return refused("registration.stale")
    const isFirst = row.submittedAt === null
    const secret = newSecret()
    await markRegistration(tx, id, {
      state: "submitted",
      submittedAt: row.submittedAt ?? now,
      ...(isFirst ? { secretHash: secretHash(id, secret) } : {}),
    })
    await tell(tx, row, now)
    return done(
      { number, secret: isFirst ? secret : null },
      { subject: id, unit: unitId, detail: { first: isFirst } },
    )
  },
})

/**
 * Tells the applicant that it arrived. Where the number has an account and nobody proved it, the known address is told as
 * well; that mail is written in any case, to nobody if need be, so that the work is the same (OWASP ASVS 5.0 6.3.8).
 */
async function tell(tx: Transaction, row: Registration, now: Date): Promise<void> {
  const { locale, email, number } = row
  const at = now.toISOString()
  if (email)
    await enqueueMail(tx, {
      template: "registration-received",
      locale,
      to: email,
      props: { number, at },
      now,
    })
  if (row.provedAt || row.submittedAt || !row.nationalIdSealed) return
  const typed = open(keyRing(), registrationIdPlace(row.id), row.nationalIdSealed)
  const known = await findKnownAccount(tx, keyedHashes(keyRing(), "national-id", typed))
  const to = (known?.emailVerified && known.state !== "closed" && known.email) || nobody
  const props = { kind: "typed" as const, at }
  await enqueueMail(tx, { template: "registration-known", locale: known?.locale ?? "th", to, props, now })
}
