import "server-only"
import { findProfile, findUnitFacts, listDotsAround, listProfileVersions } from "@/db/queries/profiles"
import { may } from "@/lib/access/may"
import { canSeeSomeUnit, unitInSight } from "@/lib/access/unit-in-sight"
import { found, notShown, read } from "@/lib/kernel/read"
import { changedFields, isStale, nothingTold } from "./rules"
import { profileInput } from "./schema"

/** Versions of a unit's data that its page tells of. */
const shownVersions = 20

/** What a unit says of itself, what the reference data says of it, and how it came to be so. */
export const getProfile = read({
  name: "profiles.get",
  input: profileInput,
  allow: canSeeSomeUnit,
  async run({ db, actor, now, input }) {
    const unit = await unitInSight(db, actor, { unitCode: input.unitCode, now })
    if (!unit) return notShown()
    const [profile, facts, versions, around] = await Promise.all([
      findProfile(db, unit.id),
      findUnitFacts(db, unit.id),
      listProfileVersions(db, unit.id, shownVersions + 1),
      listDotsAround(db, unit.id),
    ])
    const { latitude, longitude, email } = facts
    const shown = profile ?? { ...nothingTold, latitude, longitude, email: email ?? "" }
    return found({
      unit,
      canEdit: may(actor, "unit-data.edit", { path: unit.path }),
      version: profile?.version ?? 0,
      checkedAt: profile?.checkedAt ?? null,
      isOld: profile?.checkedAt ? isStale(profile.checkedAt, now) : false,
      profile: shown,
      around,
      history: versions.slice(0, shownVersions).map(({ version, changedAt, changedBy, profile: after }) => ({
        version,
        changedAt,
        changedBy,
        changed: changedFields(
          versions.find((one) => one.version === version - 1)?.profile ?? nothingTold,
          after,
        ),
      })),
    })
  },
})
