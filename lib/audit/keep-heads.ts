import "server-only"
import { findChainHead } from "@/db/queries/audit"
import type { Executor } from "@/db/types"
import { log } from "@/lib/log"
import { appendHeads, type HeadLine } from "./head-file"
import { monthAfter, monthOf } from "./months"

/** Writes the heads of this month's and last month's chain outside the database: to the log, and to a file. */
export async function keepHeads(db: Executor, file: string, now: Date): Promise<void> {
  const lines: HeadLine[] = []
  for (const month of [monthAfter(monthOf(now), -1), monthOf(now)]) {
    const head = await findChainHead(db, month)
    if (head) lines.push({ kind: "head", month, link: head.link, mac: head.mac.toString("hex") })
  }
  for (const { month, mac, ...line } of lines) log.info({ month, ...line, mac }, "audit: head")
  await appendHeads(file, lines, now)
}
