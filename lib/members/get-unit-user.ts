import "server-only"
import { isLastAdmin } from "@/db/queries/members-acts"
import { findMember, listMemberEvents } from "@/db/queries/members-one"
import { beyondAccount } from "@/lib/access/beyond-account"
import { canSeeSomeUnit, unitInSight } from "@/lib/access/unit-in-sight"
import { keyRing } from "@/lib/crypto/ring"
import { open } from "@/lib/crypto/seal"
import { bangkokDay } from "@/lib/i18n/dates"
import { nationalIdPlace } from "@/lib/identity/places"
import { maskNationalId } from "@/lib/identity/rules"
import { found, notShown, read } from "@/lib/kernel/read"
import { maskEmail } from "@/lib/otp/rules"
import { type Standing, shownEvents } from "./rules"
import { unitUserInput } from "./schema"

/** A user of a unit with all that the unit knows of him; number and address masked. */
export const getUnitUser = read({
  name: "members.user",
  input: unitUserInput,
  allow: canSeeSomeUnit,
  async run({ db, actor, now, input }) {
    const unit = await unitInSight(db, actor, { unitCode: input.unitCode, now })
    const member = unit && (await findMember(db, { unitId: unit.id, membershipId: input.membershipId, now }))
    if (!unit || !member) return notShown()
    const { accountId, personId, nationalIdSealed, email, standing, ...facts } = member
    const at = { unitId: unit.id, membershipId: member.id, accountId, limit: shownEvents }
    const [beyond, events, isLast] = await Promise.all([
      beyondAccount(db, actor, accountId),
      listMemberEvents(db, at),
      isLastAdmin(db, { ...at, now }),
    ])
    const { nameTh, nameEn, canManage, isCaretaker } = unit
    return found({
      unit: { code: unit.code, kind: unit.kind, nameTh, nameEn, canManage, isCaretaker },
      user: {
        ...facts,
        standing: standing as Standing,
        nationalId: maskNationalId(open(keyRing(), nationalIdPlace(personId), nationalIdSealed)),
        email: email && maskEmail(email),
      },
      isSelf: accountId === actor.accountId,
      canActOnAccount: beyond === undefined,
      isLastAdmin: isLast,
      hasBegun: member.validFrom <= bangkokDay(now),
      events,
    })
  },
})

/** What the page of a user shows. */
export type UserShown = Extract<Awaited<ReturnType<typeof getUnitUser.run>>, { ok: true }>["value"]
