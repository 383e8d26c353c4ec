import "server-only"
import { lockProfile, saveProfile } from "@/db/queries/profiles"
import { command } from "@/lib/kernel/command"
import { done, refused } from "@/lib/kernel/outcome"
import { canEditSomeUnit, unitToDescribe } from "./profile-powers"
import { changedFields, nothingTold } from "./rules"
import { changeProfileInput } from "./schema"

/** Changes what a unit says of itself. A form of an older version is refused, so that nobody undoes another's change unseen. */
export const changeProfile = command({
  name: "profiles.change",
  input: changeProfileInput,
  allow: canEditSomeUnit,
  async run({ tx, actor, now, input }) {
    const { unitCode, version, ...profile } = input
    const unit = await unitToDescribe(tx, actor, { unitCode, now })
    if (typeof unit === "string") return refused(unit)
    const before = await lockProfile(tx, unit.id)
    if ((before?.version ?? 0) !== version) return refused("profiles.stale")
    const changed = changedFields(before ?? nothingTold, profile)
    if (changed.length === 0) return refused("profiles.unchanged")
    await saveProfile(tx, { unitId: unit.id, version: version + 1, profile, by: actor.accountId, now })
    const detail = { version: version + 1, changed: changed.length, mailbox: changed.includes("email") }
    return done({ version: version + 1 }, { subject: unit.id, unit: unit.id, detail })
  },
})
