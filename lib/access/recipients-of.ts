import "server-only"
import { listToldOf } from "@/db/queries/unit-standing"
import type { Executor } from "@/db/types"
import type { Locale } from "@/lib/i18n/locale"

/** Step: who is told of what befalls a unit: its mailbox, and all its SSO Admins, each in his language. */
export function recipientsOf(
  db: Executor,
  unitId: string,
  now: Date,
): Promise<{ readonly email: string; readonly locale: Locale }[]> {
  return listToldOf(db, unitId, now)
}
