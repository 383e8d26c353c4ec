import "server-only"
import type { z } from "zod"
import { type HeldMember, markMembership } from "@/db/queries/members-acts"
import { canManageSomeUnit } from "@/lib/access/unit-in-sight"
import { bangkokDay } from "@/lib/i18n/dates"
import { command } from "@/lib/kernel/command"
import { done, refused } from "@/lib/kernel/outcome"
import { needsReason } from "@/lib/registration/rules"
import { lockUser } from "./lock-user"
import { editUserInput } from "./schema"

/** Changes what the unit says of its user. Of oneself one changes post and telephone, never kind of staff or days. */
export const editUser = command({
  name: "members.edit",
  input: editUserInput,
  allow: canManageSomeUnit,
  freshness: "run",
  async run({ tx, actor, now, input }) {
    const held = await lockUser(tx, actor, { ...input, act: "edit", now })
    if (typeof held === "string") return refused(held)
    const { unit, member } = held
    const isReasoned = needsReason({ unitKind: unit.kind, staffKind: input.staffKind })
    const to = {
      post: input.post,
      officeTelephone: input.officeTelephone || null,
      ...(member.accountId === actor.accountId ? {} : termsOf(input, isReasoned, member, bangkokDay(now))),
    }
    const validUntil = "validUntil" in to ? to.validUntil : member.validUntil
    const isShorter = validUntil !== null && validUntil !== member.validUntil
    if (isShorter && validUntil < bangkokDay(now)) return refused("members.day-over")
    if (isReasoned && input.staffReason === "" && member.accountId !== actor.accountId)
      return refused("members.staff-reason-needed")
    await markMembership(tx, member.id, to)
    const detail = { staffKind: input.staffKind, hasLastDay: validUntil !== null }
    return done({}, { subject: member.id, unit: unit.id, detail })
  },
})

/** Kind of staff, order and days. A membership that has begun keeps its first day. */
function termsOf(
  typed: z.output<typeof editUserInput>,
  isReasoned: boolean,
  member: HeldMember,
  today: string,
) {
  const hasBegun = member.validFrom <= today
  return {
    staffKind: typed.staffKind,
    staffReason: isReasoned ? typed.staffReason : "",
    orderText: typed.orderText,
    validFrom: hasBegun || typed.validFrom === null ? member.validFrom : typed.validFrom,
    validUntil: typed.validUntil,
  }
}
