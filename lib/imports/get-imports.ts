import "server-only"
import { listImports } from "@/db/queries/imports"
import { canSeeSomeUnit, unitInSight } from "@/lib/access/unit-in-sight"
import { found, notShown, read } from "@/lib/kernel/read"
import { unitImportsInput } from "./schema"

/** The workbooks of users that a unit sent in lately. */
export const getImports = read({
  name: "imports.unit",
  input: unitImportsInput,
  allow: canSeeSomeUnit,
  async run({ db, actor, now, input }) {
    const unit = await unitInSight(db, actor, { ...input, now })
    if (!unit) return notShown()
    const batches = unit.canManage ? await listImports(db, unit.id, 20) : []
    const { code, nameTh, nameEn, canManage } = unit
    return found({
      unit: { code, nameTh, nameEn, canManage },
      batches: batches.map(({ id, state, uploadedAt }) => ({ id, state, uploadedAt })),
    })
  },
})
