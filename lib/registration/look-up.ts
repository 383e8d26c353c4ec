import "server-only"
import { findRegistration } from "@/db/queries/registration"
import { keyedHash } from "@/lib/crypto/keyed-hash"
import { keyRing } from "@/lib/crypto/ring"
import { env } from "@/lib/env"
import { canBeAnyone } from "@/lib/kernel/actor"
import { command } from "@/lib/kernel/command"
import { done, refused, refusedOnRecord } from "@/lib/kernel/outcome"
import { countAgainst, peekAt } from "@/lib/rate-limit/count-against"
import { isSecret, makeTicket } from "./hashes"
import { registrationLimits } from "./rules"
import { lookUpInput } from "./schema"

/**
 * Number and secret, from whatever device: how the request stands can be read for half an hour. Ten wrong secrets close a
 * number for an hour, one that is none as well, so that the answer tells nothing about numbers.
 */
export const lookUp = command({
  name: "registration.look-up",
  input: lookUpInput,
  allow: canBeAnyone,
  async run({ tx, now, input }) {
    const { wrongSecrets: limit, hour: windowSeconds, ticketLifetime, startsWindow } = registrationLimits
    const key = keyedHash(keyRing(), "throttle", `registration-number/${input.number}`)
    const wrongs = { scope: "registrations-secret", key, limit, windowSeconds, now }
    const fromHere = {
      scope: "registrations-secret-address",
      key: keyedHash(keyRing(), "address", input.address ?? "unknown"),
      limit: env.ADDRESS_FAILURE_LIMIT,
      windowSeconds: startsWindow,
      now,
    }
    for (const closed of [await peekAt(tx, wrongs), await peekAt(tx, fromHere)])
      if (!closed.allowed) return refused("registration.number-closed", { until: closed.until })
    const row = await findRegistration(tx, { number: input.number })
    const isRight = isSecret(row?.id ?? "none", input.secret, row?.secretHash ?? Buffer.alloc(32))
    if (!(row && isRight)) {
      await countAgainst(tx, wrongs)
      await countAgainst(tx, fromHere)
      return refusedOnRecord("registration.secret-wrong", row ? { subject: row.id } : {})
    }
    const until = new Date(now.getTime() + ticketLifetime * 1000)
    return done({ ticket: makeTicket(row.id, until) }, { subject: row.id })
  },
})
