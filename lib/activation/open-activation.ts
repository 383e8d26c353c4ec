import "server-only"
import { randomUUID } from "node:crypto"
import { type CodeRow, findOpened, insertOpened, lockLiveCode, markOpened } from "@/db/queries/activation"
import type { Transaction } from "@/db/types"
import { randomToken } from "@/lib/crypto/random"
import { canBeAnyone } from "@/lib/kernel/actor"
import { command } from "@/lib/kernel/command"
import { done, refused, refusedOnRecord } from "@/lib/kernel/outcome"
import { beginByCode } from "@/lib/orders/by-code"
import { countAgainst } from "@/lib/rate-limit/count-against"
import { activationTokenHash, isActivation } from "./hashes"
import { closedUntil, triesOf } from "./limits"
import { activationLimits } from "./rules"
import { openActivationInput } from "./schema"

/**
 * A unit's first sign-in: unit code and the code of the letter open the form of its first SSO Admin, in this browser and
 * no other. A unit that is not there, a code that is wrong, one that is used, replaced or too old: one answer to all, at
 * the same cost.
 */
export const openActivation = command({
  name: "activation.open",
  input: openActivationInput,
  allow: canBeAnyone,
  async run({ tx, now, input }) {
    const tries = triesOf("unit", { name: input.unitCode, address: input.address, now })
    const until = await closedUntil(tx, tries)
    if (until) return refused("activation.closed", { until })
    const code = await lockLiveCode(tx, input.unitCode)
    const isRight = isActivation("code", code?.id ?? "none", input.code, code?.codeHash ?? Buffer.alloc(32))
    if (!(code && isRight && code.expiresAt > now)) {
      for (const each of tries) await countAgainst(tx, each)
      return refusedOnRecord("activation.wrong", code ? { subject: code.id, unit: code.unitId } : {})
    }
    const token = randomToken()
    const { orderId, isEmpty } = await openFor(tx, code, { token, now })
    return done(
      { activation: token, isEmpty },
      { subject: code.id, unit: code.unitId, detail: { order: orderId } },
    )
  },
})

async function openFor(
  tx: Transaction,
  code: CodeRow,
  { token, now }: { readonly token: string; readonly now: Date },
): Promise<{ readonly orderId: string; readonly isEmpty: boolean }> {
  const expiresAt = new Date(now.getTime() + activationLimits.sessionLifetime * 1000)
  const session = { tokenHash: activationTokenHash(token), expiresAt }
  const known = await findOpened(tx, { codeId: code.id })
  if (known) {
    await markOpened(tx, known.activation.id, session)
    return { orderId: known.activation.orderId, isEmpty: false }
  }
  const { id: orderId } = await beginByCode(tx, { unitId: code.unitId, now, expiresAt: code.expiresAt })
  await insertOpened(tx, { id: randomUUID(), codeId: code.id, orderId, openedAt: now, ...session })
  return { orderId, isEmpty: true }
}
