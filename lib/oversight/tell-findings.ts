import "server-only"
import { listUntold, settleTold, type Untold } from "@/db/queries/oversight-count"
import type { Database, Transaction } from "@/db/types"
import { recipientsOf } from "@/lib/access/recipients-of"
import { enqueueMail } from "@/lib/mail/enqueue"

/** Findings told at once, and lines of one mail at the most. */
const [atOnce, mostLines] = [200, 50]

/**
 * Tells what was found: each unit of its own, and the office above it of all its units in one mail. What is told is
 * settled in the same transaction, so that nobody is told twice.
 */
export async function tellFindings(db: Database, now: Date): Promise<void> {
  await db.transaction(async (tx) => {
    const untold = await listUntold(tx, atOnce)
    for (const [unitId, lines] of groupedBy(untold, (line) => line.unitId))
      await tell(tx, { unitId, scope: "own", lines, now })
    for (const [unitId, lines] of groupedBy(untold, (line) => line.parentId))
      await tell(tx, { unitId, scope: "below", lines, now })
    await settleTold(tx, untold, now)
  })
}

function groupedBy(lines: readonly Untold[], key: (line: Untold) => string): Map<string, Untold[]> {
  const groups = new Map<string, Untold[]>()
  for (const line of lines) groups.set(key(line), [...(groups.get(key(line)) ?? []), line])
  return groups
}

type Telling = {
  readonly unitId: string
  readonly scope: "own" | "below"
  readonly lines: readonly Untold[]
  readonly now: Date
}

async function tell(tx: Transaction, { unitId, scope, lines, now }: Telling): Promise<void> {
  for (const { email, locale } of await recipientsOf(tx, unitId, now)) {
    const told = lines.slice(0, mostLines).map(({ finding, code, nameTh, nameEn }) => {
      return { finding, code, unit: (locale === "en" && nameEn) || nameTh }
    })
    const props = { scope, lines: told, more: Math.max(0, lines.length - mostLines), at: now.toISOString() }
    await enqueueMail(tx, { template: "unit-findings", locale, to: email, props, now })
  }
}
