import "server-only"
import type { z } from "zod"
import { findStandingIn, insertOffer, isMemberOfSome } from "@/db/queries/members-offers"
import type { Transaction } from "@/db/types"
import type { UnitInSight } from "@/lib/access/unit-in-sight"
import { bangkokDay } from "@/lib/i18n/dates"
import { ensureAccount } from "@/lib/identity/ensure-account"
import type { AccountActor } from "@/lib/kernel/actor"
import type { RefusalCode } from "@/lib/kernel/refusal"
import { needsReason } from "@/lib/registration/rules"
import { callOwner } from "./call-owner"
import { offerLimits } from "./rules"
import type { offerInput } from "./schema"

/**
 * Step: offers somebody a membership in a unit that the actor may change. Whether the number is known to the portal is
 * nowhere in the answer. A refusal leaves writes behind: the caller undoes them.
 */
export async function makeOffer(
  tx: Transaction,
  actor: AccountActor,
  at: { readonly unit: UnitInSight; readonly person: z.output<typeof offerInput>; readonly now: Date },
): Promise<{ readonly id: string } | RefusalCode> {
  const { unit, person, now } = at
  const isReasoned = needsReason({ unitKind: unit.kind, staffKind: person.staffKind })
  if (isReasoned && person.staffReason === "") return "members.staff-reason-needed"
  const today = bangkokDay(now)
  if (person.validUntil !== null && person.validUntil < today) return "members.day-over"
  const account = await ensureAccount(tx, {
    nationalId: person.nationalId,
    title: person.titleTh,
    given: person.givenNameTh,
    family: person.familyNameTh,
    email: person.email,
    locale: "th",
    provedByThaid: false,
    now,
  })
  const { accountId } = account
  if (accountId === actor.accountId) return "members.own"
  const offices = unit.isCaretaker ? actor.seats.filter(({ isAdmin }) => isAdmin) : []
  const own = offices.map(({ unitId }) => unitId)
  if (await isMemberOfSome(tx, accountId, own)) return "members.own-office"
  const { isMember, hasOffer } = await findStandingIn(tx, { accountId, unitId: unit.id, today, now })
  if (isMember) return "members.already-here"
  if (hasOffer) return "members.already-offered"
  const row = {
    unitId: unit.id,
    accountId,
    isNewAccount: account.isNew,
    ...wordsOf(person),
    staffReason: isReasoned ? person.staffReason : "",
    validFrom: person.validFrom ?? today,
    state: "open" as const,
    offeredBy: actor.accountId,
    offeredAt: now,
    expiresAt: new Date(now.getTime() + offerLimits.lifetime * 1000),
  }
  const id = await insertOffer(tx, row)
  if (!id) return "members.already-offered"
  await callOwner(tx, row, now)
  return { id }
}

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
