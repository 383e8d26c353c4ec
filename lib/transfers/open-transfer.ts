import "server-only"
import { findTargetUnit, insertTransfer } from "@/db/queries/transfers"
import { canManageSomeUnit } from "@/lib/access/unit-in-sight"
import { bangkokDay } from "@/lib/i18n/dates"
import { command } from "@/lib/kernel/command"
import { done, refused } from "@/lib/kernel/outcome"
import { holdMember } from "@/lib/members/hold-member"
import { shutForLast } from "@/lib/members/lock-user"
import { needsReason } from "@/lib/registration/rules"
import { transferLimits } from "./rules"
import { openTransferInput } from "./schema"
import { unitToSign } from "./unit-to-sign"

/**
 * The unit where somebody works opens his transfer, and signs for its side by that. Nobody opens his own; the other unit
 * signs by another person.
 */
export const openTransfer = command({
  name: "transfers.open",
  input: openTransferInput,
  allow: canManageSomeUnit,
  freshness: "run",
  async run({ tx, actor, now, input }) {
    const unit = await unitToSign(tx, actor, { unitCode: input.unitCode, now })
    if (typeof unit === "string") return refused(unit)
    const member = await holdMember(tx, { unitId: unit.id, membershipId: input.membershipId })
    if (member?.state !== "active") return refused("not-found")
    if (member.accountId === actor.accountId) return refused("transfers.own")
    const target = await findTargetUnit(tx, input.toUnit)
    if (!target || target.id === unit.id || target.kind === "department")
      return refused("transfers.no-such-unit")
    const isReasoned = needsReason({ unitKind: target.kind, staffKind: input.staffKind })
    if (isReasoned && input.staffReason === "") return refused("members.staff-reason-needed")
    const today = bangkokDay(now)
    if (input.effectiveOn === null || input.effectiveOn < today) return refused("transfers.day-over")
    const lastDay = bangkokDay(new Date(now.getTime() + 180 * 24 * 60 * 60 * 1000))
    if (input.effectiveOn > lastDay) return refused("transfers.too-far")
    const shut = await shutForLast(tx, member, { ...input, now })
    if (shut) return refused(shut)
    const id = await insertTransfer(tx, {
      accountId: member.accountId,
      fromMembershipId: member.id,
      fromUnitId: unit.id,
      toUnitId: target.id,
      post: input.post,
      staffKind: input.staffKind,
      staffReason: isReasoned ? input.staffReason : "",
      officeTelephone: input.officeTelephone,
      orderText: input.orderText,
      effectiveOn: input.effectiveOn,
      state: "open",
      openedBy: actor.accountId,
      openedAt: now,
      expiresAt: new Date(now.getTime() + transferLimits.lifetime * 1000),
      fromSignedBy: actor.accountId,
      fromSignedAt: now,
    })
    if (!id) return refused("transfers.open-already")
    return done({ id }, { subject: member.id, unit: unit.id, detail: { transfer: id } })
  },
})
