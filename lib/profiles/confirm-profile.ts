import "server-only"
import { lockProfile, markProfileChecked } from "@/db/queries/profiles"
import { command } from "@/lib/kernel/command"
import { done, refused } from "@/lib/kernel/outcome"
import { canEditSomeUnit, unitToDescribe } from "./profile-powers"
import { confirmProfileInput } from "./schema"

/** Says that a unit's data, looked over, are still right: the public sees the new date. */
export const confirmProfile = command({
  name: "profiles.confirm",
  input: confirmProfileInput,
  allow: canEditSomeUnit,
  async run({ tx, actor, now, input }) {
    const { unitCode, version } = input
    const unit = await unitToDescribe(tx, actor, { unitCode, now })
    if (typeof unit === "string") return refused(unit)
    const profile = await lockProfile(tx, unit.id)
    if (!profile) return refused("profiles.nothing-told")
    if (profile.version !== version) return refused("profiles.stale")
    await markProfileChecked(tx, { unitId: unit.id, by: actor.accountId, now })
    return done({}, { subject: unit.id, unit: unit.id, detail: { version } })
  },
})
