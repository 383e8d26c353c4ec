import "server-only"
import { lockRegistration, markRegistration } from "@/db/queries/registration"
import { canBeAnyone } from "@/lib/kernel/actor"
import { command } from "@/lib/kernel/command"
import { done, refused } from "@/lib/kernel/outcome"
import { registrationTokenHashes, secretHash } from "./hashes"
import { newSecret } from "./new-secret"
import { isAllowed } from "./rules"
import { renewSecretInput } from "./schema"

/** A new secret for the slip, told once, to the browser that fills the request in. The one before is of no use any more. */
export const renewSecret = command({
  name: "registration.renew-secret",
  input: renewSecretInput,
  allow: canBeAnyone,
  async run({ tx, input }) {
    const row = await lockRegistration(tx, { tokenHashes: registrationTokenHashes(input.registration) })
    if (!row) return refused("registration.gone")
    if (!isAllowed("renewSecret", row.state)) return refused("registration.closed")
    // An address that nobody confirmed can't be asked for a code, and without one the secret opens nothing.
    if (!row.emailVerifiedAt) return refused("registration.no-email")
    const secret = newSecret()
    await markRegistration(tx, row.id, { secretHash: secretHash(row.id, secret) })
    return done({ number: row.number, secret }, { subject: row.id })
  },
})
