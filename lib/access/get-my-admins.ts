import "server-only"
import { z } from "zod"
import { listUnitAdmins } from "@/db/queries/access"
import { canBeAccount } from "@/lib/kernel/actor"
import { found, read } from "@/lib/kernel/read"

/** The SSO Admins of the units that one belongs to: who can grant what is missing. */
export const getMyAdmins = read({
  name: "access.my-admins",
  input: z.object({}),
  allow: canBeAccount,
  async run({ db, actor, now }) {
    const units = actor.seats.map((seat) => seat.unitId)
    return found(await listUnitAdmins(db, units, now))
  },
})
