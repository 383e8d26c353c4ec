import "server-only"
import { findClientSystem } from "@/db/queries/clients"
import { listSignOutsOf } from "@/db/queries/clients-sign-outs"
import { may, mayForAll } from "@/lib/access/may"
import { found, notShown, read } from "@/lib/kernel/read"
import { signOutsInput } from "./client-schema"
import { clientLimits } from "./rules"

/** Which sign-outs a system has confirmed, which it is told of again, and which were given up. Nobody is named. */
export const getSignOuts = read({
  name: "clients.sign-outs",
  input: signOutsInput,
  allow: mayForAll("systems.see"),
  async run({ db, actor, input: { systemCode, state, page } }) {
    const system = await findClientSystem(db, systemCode)
    if (!system) return notShown()
    const limit = clientLimits.signOuts
    const report = await listSignOutsOf(db, { systemCode, state, limit, offset: (page - 1) * limit })
    const canManage = may(actor, "systems.manage", { path: "1/" })
    return found({ system, ...report, state, page, canManage })
  },
})

/** What the report of sign-outs shows. */
export type SignOutsShown = Extract<Awaited<ReturnType<typeof getSignOuts.run>>, { ok: true }>["value"]
