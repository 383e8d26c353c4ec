import "server-only"
import type { z } from "zod"
import { findStandingIn, insertOffer, isMemberOfSome } from "@/db/queries/members-offers"
import { canManageSomeUnit, unitToManage } from "@/lib/access/unit-in-sight"
import { bangkokDay } from "@/lib/i18n/dates"
import { ensureAccount } from "@/lib/identity/ensure-account"
import { command } from "@/lib/kernel/command"
import { done, refused } from "@/lib/kernel/outcome"
import { needsReason } from "@/lib/registration/rules"
import { callOwner } from "./call-owner"
import { offerLimits } from "./rules"
import { offerInput } from "./schema"

/**
 * A unit makes somebody its user: an offer, which becomes a membership when its owner accepts. Whether the number is known
 * to the portal is nowhere in the answer, nor in what the unit sees afterwards.
 */
export const offerMembership = command({
  name: "members.offer",
  input: offerInput,
  allow: canManageSomeUnit,
  freshness: "run",
  async run({ tx, actor, now, input }) {
    const unit = await unitToManage(tx, actor, { unitCode: input.unitCode, now })
    if (typeof unit === "string") return refused(unit)
    const isReasoned = needsReason({ unitKind: unit.kind, staffKind: input.staffKind })
    if (isReasoned && input.staffReason === "") return refused("members.staff-reason-needed")
    const today = bangkokDay(now)
    if (input.validUntil !== null && input.validUntil < today) return refused("members.day-over")
    const account = await ensureAccount(tx, {
      nationalId: input.nationalId,
      title: input.titleTh,
      given: input.givenNameTh,
      family: input.familyNameTh,
      email: input.email,
      locale: "th",
      provedByThaid: false,
      now,
    })
    const { accountId } = account
    if (accountId === actor.accountId) return refused("members.own")
    const offices = unit.isCaretaker ? actor.seats.filter(({ isAdmin }) => isAdmin) : []
    const own = offices.map(({ unitId }) => unitId)
    if (await isMemberOfSome(tx, accountId, own)) return refused("members.own-office")
    const { isMember, hasOffer } = await findStandingIn(tx, { accountId, unitId: unit.id, today, now })
    if (isMember) return refused("members.already-here")
    if (hasOffer) return refused("members.already-offered")
    const row = {
      unitId: unit.id,
      accountId,
      isNewAccount: account.isNew,
      ...wordsOf(input),
      staffReason: isReasoned ? input.staffReason : "",
      validFrom: input.validFrom ?? today,
      state: "open" as const,
      offeredBy: actor.accountId,
      offeredAt: now,
      expiresAt: new Date(now.getTime() + offerLimits.lifetime * 1000),
    }
    const id = await insertOffer(tx, row)
    if (!id) return refused("members.already-offered")
    await callOwner(tx, row, now)
    return done({ id }, { subject: id, unit: unit.id, detail: { staffKind: input.staffKind } })
  },
})

function wordsOf(typed: z.output<typeof offerInput>) {
  const { titleTh, givenNameTh, familyNameTh, email, post, staffKind, officeTelephone, orderText } = typed
  const { validUntil } = typed
  return {
    titleTh,
    givenNameTh,
    familyNameTh,
    email,
    post,
    staffKind,
    officeTelephone,
    orderText,
    validUntil,
  }
}
