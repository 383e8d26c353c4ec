import { desc, eq, sql } from "drizzle-orm"
import { installation, settings } from "@/db/schema/settings"
import type { Executor, Transaction } from "@/db/types"

/** The version of a setting that is in force, its value unparsed; undefined where the Department never set it. */
export async function findSetting(
  db: Executor,
  key: string,
): Promise<{ readonly version: number; readonly value: unknown } | undefined> {
  const [row] = await db
    .select({ version: settings.version, value: settings.value })
    .from(settings)
    .where(eq(settings.key, key))
    .orderBy(desc(settings.version))
    .limit(1)
  return row
}

/** Adds a version of a setting and returns its id; nothing where that version is there already. */
export async function insertSetting(
  tx: Transaction,
  row: {
    readonly key: string
    readonly version: number
    readonly value: unknown
    readonly changedAt: Date
    readonly changedBy: string | null
  },
): Promise<string | undefined> {
  const [made] = await tx.insert(settings).values(row).onConflictDoNothing().returning({ id: settings.id })
  return made?.id
}

/** A change of a setting: what it became, and who did it when, as the audit has it. */
export type SettingChange = {
  readonly version: number
  readonly value: unknown
  readonly at: Date
  readonly byTh: string | null
  readonly byEn: string | null
}

/** The newest changes of a setting, the newest first. */
export async function listSettingChanges(db: Executor, key: string, limit: number): Promise<SettingChange[]> {
  const rows = await db.execute<Omit<SettingChange, "at"> & { at: string }>(sql`
    select s.version, s.value, coalesce(e.at, s.changed_at) as at,
      p.given_name_th || ' ' || p.family_name_th as "byTh", p.given_name_en || ' ' || p.family_name_en as "byEn"
    from settings s
    left join audit_events e on e.subject_id = s.id and e.at = s.changed_at and e.refusal is null
    left join accounts a on a.id = e.actor_id left join persons p on p.id = a.person_id
    where s.key = ${key} order by s.version desc limit ${limit}`)
  return rows.map((row) => ({ ...row, at: new Date(row.at) }))
}

/** What this database was stamped as, or nothing on a fresh one. */
export async function findInstallationMode(db: Executor): Promise<"demo" | "production" | undefined> {
  const [row] = await db.select({ mode: installation.mode }).from(installation)
  return row?.mode
}
