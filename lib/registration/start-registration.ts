import "server-only"
import { randomUUID } from "node:crypto"
import { insertRegistration } from "@/db/queries/registration"
import { requestNumber } from "@/lib/cases/request-number"
import { keyedHash } from "@/lib/crypto/keyed-hash"
import { randomToken } from "@/lib/crypto/random"
import { keyRing } from "@/lib/crypto/ring"
import { env } from "@/lib/env"
import { canBeAnyone } from "@/lib/kernel/actor"
import { command } from "@/lib/kernel/command"
import { done, refused } from "@/lib/kernel/outcome"
import { countAgainst } from "@/lib/rate-limit/count-against"
import { takeKeptProof } from "@/lib/signin/kept-proof"
import { applyProof } from "./apply-proof"
import { registrationTokenHash, secretHash } from "./hashes"
import { newSecret } from "./new-secret"
import { privacyVersion, registrationLimits } from "./rules"
import { startRegistrationInput } from "./schema"

/**
 * Begins a request: from here on each page is saved. Whom ThaiID proved at the door within the last minutes, in this very
 * browser, begins with his own facts.
 */
export const startRegistration = command({
  name: "registration.start",
  input: startRegistrationInput,
  allow: canBeAnyone,
  async run({ tx, now, input }) {
    const { startsWindow: windowSeconds, draftLifetime } = registrationLimits
    const limit = env.ADDRESS_FAILURE_LIMIT
    const key = keyedHash(keyRing(), "address", input.address ?? "unknown")
    const counted = await countAgainst(tx, { scope: "registrations-address", key, limit, windowSeconds, now })
    if (!counted.allowed) return refused("registration.too-many", { until: counted.until })
    if (input.privacyVersion !== privacyVersion) return refused("registration.privacy-changed")
    const [id, token] = [randomUUID(), randomToken()]
    await insertRegistration(tx, {
      id,
      number: requestNumber("R"),
      // Nobody knows this one: a secret is given out where it can be written down.
      secretHash: secretHash(id, newSecret()),
      tokenHash: registrationTokenHash(token),
      state: "draft",
      locale: input.locale,
      privacyVersion,
      privacyAcceptedAt: now,
      page: 2,
      createdAt: now,
      expiresAt: new Date(now.getTime() + draftLifetime * 1000),
    })
    const proof = input.browser ? await takeKeptProof(tx, input.browser, now) : undefined
    if (!proof) return done({ registration: token }, { subject: id, detail: { proved: false } })
    await applyProof(tx, { id, identity: proof, now })
    return done({ registration: token }, { subject: id, detail: { proved: true } })
  },
})
