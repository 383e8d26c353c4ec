import "server-only"
import { lockSystem, markSystem, saveSystemRole } from "@/db/queries/rights-catalogue"
import { mayForAll } from "@/lib/access/may"
import { command } from "@/lib/kernel/command"
import { done, refused } from "@/lib/kernel/outcome"
import { saveRoleInput } from "./catalogue-schema"

/** Adds a role to a system or changes its words and kind; its key stays, and no role is ever taken away. */
export const saveRole = command({
  name: "rights.save-role",
  input: saveRoleInput,
  allow: mayForAll("systems.manage"),
  freshness: "run",
  async run({ tx, input }) {
    const { code, version, roleId, ...columns } = input
    const system = await lockSystem(tx, code)
    if (!system) return refused("not-found")
    if (system.version !== version) return refused("rights.system-stale")
    const saved = await saveSystemRole(tx, {
      ...columns,
      systemCode: code,
      id: roleId === "" ? null : roleId,
    })
    if (!saved) return refused(roleId === "" ? "rights.key-taken" : "not-found")
    await markSystem(tx, code, {})
    return done(null, { detail: { system: code, role: roleId === "" ? columns.key : roleId } })
  },
})
