import "server-only"
import { findTransfer, insertTransferGrants, lockTransfer, markTransfer } from "@/db/queries/transfers"
import { canManageSomeUnit } from "@/lib/access/unit-in-sight"
import { bangkokDay } from "@/lib/i18n/dates"
import { command } from "@/lib/kernel/command"
import { done, refused } from "@/lib/kernel/outcome"
import { carryOut } from "./carry-out"
import { signTransferInput } from "./schema"
import { unitToSign } from "./unit-to-sign"

/**
 * The receiving unit signs, and says which roles begin there. Whoever signed for the other side can't, be he SSO Admin of
 * both, nor can the person himself. Signed on its day or later it takes effect at once.
 */
export const signTransfer = command({
  name: "transfers.sign",
  input: signTransferInput,
  allow: canManageSomeUnit,
  freshness: "run",
  async run({ tx, actor, now, input }) {
    const unit = await unitToSign(tx, actor, { unitCode: input.unitCode, now })
    if (typeof unit === "string") return refused(unit)
    const seen = await findTransfer(tx, input.transferId)
    if (seen?.toUnitId !== unit.id) return refused("not-found")
    if (seen.fromSignedBy === actor.accountId) return refused("transfers.two-persons")
    if (seen.accountId === actor.accountId) return refused("transfers.own")
    const held = await lockTransfer(tx, seen)
    if (held?.transfer.state !== "open" || held.transfer.expiresAt <= now) return refused("transfers.over")
    if (held.membership.state === "ended") return refused("transfers.over")
    await insertTransferGrants(tx, seen.id, [...new Set(input.roles)])
    const signed = { state: "agreed" as const, toSignedBy: actor.accountId, toSignedAt: now }
    await markTransfer(tx, seen.id, signed)
    const isDue = seen.effectiveOn <= bangkokDay(now)
    const transfer = { ...held.transfer, ...signed }
    const isDone = isDue && (await carryOut(tx, { ...held, transfer }, now))
    const detail = { transfer: seen.id, roles: input.roles.length, isDone }
    return done({ isDone }, { subject: seen.fromMembershipId, unit: unit.id, detail })
  },
})
