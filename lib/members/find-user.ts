import "server-only"
import { findMemberByNumber } from "@/db/queries/members"
import { canSeeSomeUnit, unitInSight } from "@/lib/access/unit-in-sight"
import { keyedHashes } from "@/lib/crypto/keyed-hash"
import { keyRing } from "@/lib/crypto/ring"
import { parseNationalId } from "@/lib/identity/rules"
import { found, notShown, read } from "@/lib/kernel/read"
import { findUserInput } from "./schema"

/**
 * The user of a unit with a 13-digit number: compared by its keyed hash, within the unit alone, so that the answer tells
 * nothing about who else has an account.
 */
export const findUser = read({
  name: "members.find",
  input: findUserInput,
  allow: canSeeSomeUnit,
  async run({ db, actor, now, input }) {
    const unit = await unitInSight(db, actor, { unitCode: input.unitCode, now })
    if (!unit) return notShown()
    const bare = parseNationalId(input.typed)
    if (!bare) return notShown("members.number-wrong")
    const id = await findMemberByNumber(db, unit.id, keyedHashes(keyRing(), "national-id", bare))
    return id ? found({ id }) : notShown("members.no-such-user")
  },
})
