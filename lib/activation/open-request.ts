import "server-only"
import { lockOpened, markOpened } from "@/db/queries/activation"
import { randomToken } from "@/lib/crypto/random"
import { canBeAnyone } from "@/lib/kernel/actor"
import { command } from "@/lib/kernel/command"
import { done, refused, refusedOnRecord } from "@/lib/kernel/outcome"
import { findOfNumber } from "@/lib/orders/by-code"
import { countAgainst } from "@/lib/rate-limit/count-against"
import { activationTokenHash, isActivation } from "./hashes"
import { closedUntil, triesOf } from "./limits"
import { activationLimits } from "./rules"
import { openRequestInput } from "./schema"

/**
 * Number and secret of a request that was handed in with a code: how it stands, and, where it came back, its form to mend.
 * The code itself is dead and opens nothing.
 */
export const openRequest = command({
  name: "activation.open-request",
  input: openRequestInput,
  allow: canBeAnyone,
  async run({ tx, now, input }) {
    const tries = triesOf("request", { name: input.number, address: input.address, now })
    const until = await closedUntil(tx, tries)
    if (until) return refused("activation.closed", { until })
    const order = await findOfNumber(tx, input.number)
    const opened = await lockOpened(tx, { orderId: order?.order.id ?? nobody })
    const kept = opened?.activation.secretHash ?? Buffer.alloc(32)
    const isRight = isActivation("secret", opened?.activation.id ?? "none", input.secret, kept)
    if (!(opened && isRight)) {
      for (const each of tries) await countAgainst(tx, each)
      return refusedOnRecord("activation.request-wrong", order ? { subject: order.order.id } : {})
    }
    const token = randomToken()
    const expiresAt = new Date(now.getTime() + activationLimits.sessionLifetime * 1000)
    await markOpened(tx, opened.activation.id, { tokenHash: activationTokenHash(token), expiresAt })
    return done({ activation: token }, { subject: opened.activation.orderId, unit: opened.code.unitId })
  },
})

const nobody = "00000000-0000-0000-0000-000000000000"
