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
 * Loads the connected systems, their roles and their known opening periods. None is connected yet, and none of their real
 * addresses is kept. A system that the Department has changed since is left alone, whole.
 */
export async function loadSystems(tx: Transaction, folder: string): Promise<Counts> {
  const rows = readCsv(folder, "systems.csv", systemRow).map((row, at) => {
    const details = systemDetails[row.code]
    if (!details)
      throw new MalformedReference(`systems.csv: nothing is known of the kind and roles of ${row.code}`)
    const { category, purposeEn, roles, isNamedOnly = false, periods = [] } = details
    return {
      ...row,
      sort: at + 1,
      category,
      purpose_en: purposeEn,
      roles,
      is_named_only: isNamedOnly,
      periods,
    }
  })
  const json = JSON.stringify(rows)
  // `version` moves with every change by the Department
  const done = await tx.execute<{ inserted: boolean }>(sql`
    insert into systems as t (code, name_th, name_en, purpose_th, purpose_en, category, state, sort, is_named_only)
    select x.code, x.name_th, x.name_en, x.purpose_th, x.purpose_en, x.category, 'not-connected', x.sort, x.is_named_only
    from jsonb_to_recordset(${json}::jsonb) as x(code text, name_th text, name_en text, purpose_th text,
      purpose_en text, category text, sort int, is_named_only boolean)
    on conflict (code) do update set (name_th, name_en, purpose_th, purpose_en, category, sort, is_named_only) =
        row(excluded.name_th, excluded.name_en, excluded.purpose_th, excluded.purpose_en, excluded.category, excluded.sort,
          excluded.is_named_only)
      where t.version = 1 and (t.name_th, t.name_en, t.purpose_th, t.purpose_en, t.category, t.sort, t.is_named_only)
        is distinct from (excluded.name_th, excluded.name_en, excluded.purpose_th, excluded.purpose_en, excluded.category,
          excluded.sort, excluded.is_named_only)
    returning (xmax = 0) as inserted`)
  await loadRoles(tx, json)
  await loadPeriods(tx, json)
  const inserted = done.filter((row) => row.inserted).length
  return { inserted, changed: done.length - inserted, unchanged: rows.length - done.length }
}

async function loadRoles(tx: Transaction, json: string): Promise<void> {
  await tx.execute(sql`
    insert into system_roles as t (system_code, key, name_th, name_en, about_th, about_en, certifies, records, sort)
    select x.code, r.value ->> 'key', r.value ->> 'th', r.value ->> 'en', r.value ->> 'aboutTh', r.value ->> 'aboutEn',
      coalesce((r.value ->> 'certifies')::boolean, false), coalesce((r.value ->> 'records')::boolean, false), r.ordinality
    from jsonb_to_recordset(${json}::jsonb) as x(code text, roles jsonb) join systems s on s.code = x.code,
      jsonb_array_elements(x.roles) with ordinality r
    where s.version = 1
    on conflict (system_code, key) do update set (name_th, name_en, about_th, about_en, certifies, records, sort) =
        row(excluded.name_th, excluded.name_en, excluded.about_th, excluded.about_en, excluded.certifies,
          excluded.records, excluded.sort)
      where (t.name_th, t.name_en, t.about_th, t.about_en, t.certifies, t.records, t.sort) is distinct from
        (excluded.name_th, excluded.name_en, excluded.about_th, excluded.about_en, excluded.certifies, excluded.records,
          excluded.sort)`)
}

async function loadPeriods(tx: Transaction, json: string): Promise<void> {
  await tx.execute(sql`
    insert into opening_periods (system_code, name_th, name_en, scope, opens_on, closes_on, created_at)
    select x.code, p.value ->> 'nameTh', p.value ->> 'nameEn', p.value ->> 'scope', (p.value ->> 'opensOn')::date,
      (p.value ->> 'closesOn')::date, now()
    from jsonb_to_recordset(${json}::jsonb) as x(code text, periods jsonb) join systems s on s.code = x.code,
      jsonb_array_elements(x.periods) p
    where s.version = 1
    on conflict (system_code, scope, opens_on) do nothing`)
}
