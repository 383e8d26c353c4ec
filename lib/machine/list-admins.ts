import "server-only"
import { findDirectoryAdmins } from "@/db/queries/machine"
import { found, notShown, read } from "@/lib/kernel/read"
import { canUse } from "./rules"
import { adminsQuery } from "./schema"

/** The SSO Admins of a unit: what the public lookup shows of them, and no more. */
export const listAdmins = read({
  name: "machine.admins",
  input: adminsQuery,
  allow: canUse("directory.read"),
  async run({ db, now, input }) {
    const unit = await findDirectoryAdmins(db, input.unit, now)
    if (!unit) return notShown()
    const admins = unit.admins.map(({ name, post, officeTelephone }) => ({ name, post, officeTelephone }))
    return found({ unit: unit.code, admins })
  },
})
