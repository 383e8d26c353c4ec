import { randomUUID } from "node:crypto"
import { cases } from "@/db/schema/cases"
import type { Database } from "@/db/types"
import { requestNumber } from "@/lib/cases/request-number"

/** Makes a case that waits; its request is only an id unless one is given. */
export async function makeCase(
  db: Database,
  overrides: Partial<typeof cases.$inferInsert> & { readonly unitId: string },
) {
  const at = overrides.submittedAt ?? new Date("2026-11-20T02:00:00Z")
  const kind = overrides.kind ?? "registration"
  const row = {
    title: "นายทดสอบ ระบบ",
    state: "waiting" as const,
    version: 1,
    submittedAt: at,
    waitingSince: at,
    ...overrides,
    id: overrides.id ?? randomUUID(),
    number: overrides.number ?? requestNumber(kind === "order" ? "O" : "R"),
    kind,
    subjectId: overrides.subjectId ?? randomUUID(),
  }
  await db.insert(cases).values(row)
  return row
}
