import "server-only"
import type { Database } from "@/db/types"
import type { KeyRing } from "@/lib/crypto/key-ring"
import { log } from "@/lib/log"
import { closeMonths } from "./close-months"
import { appendHeads, type HeadLine } from "./head-file"

/** Closes the months that are over, and writes their records outside the database. */
export async function keepClosings(db: Database, ring: KeyRing, file: string, now: Date): Promise<void> {
  const closed = await closeMonths(db, ring, now)
  const lines = closed.map(({ month, position, closingMac: mac }) => ({
    kind: "closed" as const,
    month,
    position,
    mac: mac.toString("hex"),
  }))
  for (const line of lines) log.info(line, "audit: month closed")
  await appendHeads(file, lines satisfies HeadLine[], now)
}
