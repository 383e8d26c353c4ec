import postgres from "postgres"
import { keptMonths, monthAfter, monthOf } from "@/lib/audit/months"

/** Why a month was not dropped. */
export type NotDropped = "not-a-month" | "too-young" | "not-closed" | "not-there"

/**
 * Drops a month of the audit as the owner: only one whose two years are over and that was closed with its head, so
 * that verification goes on from its record. Both partitions go together or not at all.
 *
 * @param month its first seven characters, `2024-01`
 */
export async function dropMonth(ownerUrl: string, month: string, now: Date): Promise<"dropped" | NotDropped> {
  if (!/^\d{4}-(0[1-9]|1[0-2])$/.test(month)) return "not-a-month"
  const first = `${month}-01`
  if (first >= monthAfter(monthOf(now), -keptMonths)) return "too-young"
  const client = postgres(ownerUrl, { max: 1, onnotice: () => {} })
  try {
    return await client.begin(async (tx) => {
      // Detaching waits for readers; they must not have to wait behind it for long.
      await tx`set local lock_timeout = '10s'`
      const [closed] = await tx`select 1 from audit_months where month = ${first}`
      if (!closed) return "not-closed"
      const suffix = month.replace("-", "_")
      const [there] = await tx`select 1 where to_regclass(${`public.audit_events_${suffix}`}) is not null`
      if (!there) return "not-there"
      for (const table of ["audit_events", "audit_seals"]) {
        await tx`alter table ${tx(table)} detach partition ${tx(`${table}_${suffix}`)}`
        await tx`drop table ${tx(`${table}_${suffix}`)}`
      }
      return "dropped"
    })
  } finally {
    await client.end({ timeout: 5 })
  }
}
