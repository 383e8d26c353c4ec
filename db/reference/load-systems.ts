import { sql } from "drizzle-orm"
import { z } from "zod"
import type { Transaction } from "@/db/types"
import type { Counts } from "./load-places"
import { MalformedReference, readCsv } from "./read-csv"
import { systemDetails } from "./system-details"

const systemRow = z.object({
  code: z.string().regex(/^[A-Z0-9-]+$/, "must be capitals, digits and dashes"),
  name_th: z.string().min(1, "must not be empty"),
  name_en: z.string().min(1, "must not be empty"),
  purpose_th: z.string().min(1, "must not be empty"),
})

/**
 * Loads the connected systems and their roles. None is connected yet, and none of their real addresses is kept. A
 * state that the Department has set since is left alone.
 */
export async function loadSystems(tx: Transaction, folder: string): Promise<Counts> {
  const rows = readCsv(folder, "systems.csv", systemRow).map((row, at) => {
    const details = systemDetails[row.code]
    if (!details)
      throw new MalformedReference(`systems.csv: nothing is known of the kind and roles of ${row.code}`)
    return {
      ...row,
      sort: at + 1,
      category: details.category,
      purpose_en: details.purposeEn,
      roles: details.roles,
    }
  })
  const json = JSON.stringify(rows)
  const done = await tx.execute<{ inserted: boolean }>(sql`
    insert into systems as t (code, name_th, name_en, purpose_th, purpose_en, category, state, sort)
    select x.code, x.name_th, x.name_en, x.purpose_th, x.purpose_en, x.category, 'not-connected', x.sort
    from jsonb_to_recordset(${json}::jsonb)
      as x(code text, name_th text, name_en text, purpose_th text, purpose_en text, category text, sort int)
    on conflict (code) do update set (name_th, name_en, purpose_th, purpose_en, category, sort) =
        row(excluded.name_th, excluded.name_en, excluded.purpose_th, excluded.purpose_en, excluded.category, excluded.sort)
      where (t.name_th, t.name_en, t.purpose_th, t.purpose_en, t.category, t.sort) is distinct from
        (excluded.name_th, excluded.name_en, excluded.purpose_th, excluded.purpose_en, excluded.category, excluded.sort)
    returning (xmax = 0) as inserted`)
  await tx.execute(sql`
    insert into system_roles as t (system_code, key, name_th, name_en, certifies, sort)
    select x.code, r.value ->> 'key', r.value ->> 'th', r.value ->> 'en',
      coalesce((r.value ->> 'certifies')::boolean, false), r.ordinality
    from jsonb_to_recordset(${json}::jsonb) as x(code text, roles jsonb),
      jsonb_array_elements(x.roles) with ordinality r
    on conflict (system_code, key) do update set (name_th, name_en, certifies, sort) =
        row(excluded.name_th, excluded.name_en, excluded.certifies, excluded.sort)
      where (t.name_th, t.name_en, t.certifies, t.sort) is distinct from
        (excluded.name_th, excluded.name_en, excluded.certifies, excluded.sort)`)
  const inserted = done.filter((row) => row.inserted).length
  return { inserted, changed: done.length - inserted, unchanged: rows.length - done.length }
}
