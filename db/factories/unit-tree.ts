import { sql } from "drizzle-orm"
import { units } from "@/db/schema/units"
import type { Database } from "@/db/types"
import { normaliseForSearch } from "@/lib/units/rules"

/** The units of the small tree, parents before children. Two provinces, so that there is always an elsewhere. */
const tree = [
  { code: "00", parent: null, kind: "department" },
  { code: "36", parent: "00", kind: "provincial_office" },
  { code: "40", parent: "00", kind: "provincial_office" },
  { code: "3602", parent: "36", kind: "district_office" },
  { code: "3603", parent: "36", kind: "district_office" },
  { code: "4001", parent: "40", kind: "district_office" },
  { code: "02360101", parent: "36", kind: "pao" },
  { code: "06360207", parent: "3602", kind: "sao" },
  { code: "05360204", parent: "3602", kind: "subdistrict_municipality" },
  { code: "06360301", parent: "3603", kind: "sao" },
  { code: "06400101", parent: "4001", kind: "sao" },
] as const

/** Code of a unit of the small tree. */
export type TreeCode = (typeof tree)[number]["code"]

/** A unit of the small tree as it stands in the database. */
export type TreeUnit = { readonly id: string; readonly code: string; readonly path: string }

/** Makes a small tree: the Department, two provinces, three districts and local units, one of them an อบจ. */
export async function makeUnitTree(db: Database): Promise<Readonly<Record<TreeCode, TreeUnit>>> {
  const made = new Map<string, TreeUnit>()
  for (const { code, parent, kind } of tree) {
    const above = parent === null ? undefined : made.get(parent)
    const name = `หน่วยงานทดสอบ ${code}`
    const [row] = await db
      .insert(units)
      .values({
        code,
        kind,
        parentId: above?.id ?? null,
        path: `new/${code}/`,
        nameTh: name,
        nameShortTh: name,
        search: normaliseForSearch(`${name} ${code}`),
        sourceDigest: "test",
      })
      .returning({ id: units.id, node: units.node })
    if (!row) throw new Error("the unit was not made")
    const path = `${above?.path ?? ""}${row.node}/`
    await db.execute(sql`update units set path = ${path} where id = ${row.id}`)
    made.set(code, { id: row.id, code, path })
  }
  return Object.fromEntries(made) as Record<TreeCode, TreeUnit>
}
