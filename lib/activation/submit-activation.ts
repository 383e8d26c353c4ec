import "server-only"
import { randomBytes } from "node:crypto"
import { markCodeUsed, markOpened } from "@/db/queries/activation"
import { canBeAnyone } from "@/lib/kernel/actor"
import { command } from "@/lib/kernel/command"
import { done, refused } from "@/lib/kernel/outcome"
import { handIn } from "@/lib/orders/hand-in"
import { secretOf } from "@/lib/registration/rules"
import { activationHash } from "./hashes"
import { activationActInput } from "./schema"
import { lockSession } from "./session"

/**
 * Hands a unit's first order in. The code dies with it and so does the browser's session; the first time a secret is told,
 * once, that lets in who has to mend what comes back. The code is held before case and order.
 */
export const submitActivation = command({
  name: "activation.submit",
  input: activationActInput,
  allow: canBeAnyone,
  async run({ tx, now, input }) {
    const opened = await lockSession(tx, { ...input, now })
    if (typeof opened === "string") return refused(opened)
    const { activation, code, order: before, unit } = opened
    if (before.number !== input.number) return refused("not-found")
    const handed = await handIn(tx, before, { version: input.version, by: null, now })
    if ("kind" in handed) return handed
    const secret = code.usedAt ? null : secretOf(randomBytes(64))
    const secretHash = secret && { secretHash: activationHash("secret", activation.id, secret) }
    await markOpened(tx, activation.id, { tokenHash: null, ...secretHash })
    if (!code.usedAt) await markCodeUsed(tx, code.id, now)
    const { order, isAgain } = handed
    const detail = { kind: order.kind, isAgain, code: code.id }
    return done({ number: order.number, secret, at: now }, { subject: order.id, unit: unit.id, detail })
  },
})
