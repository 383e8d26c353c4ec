import "server-only"
import type { Database } from "@/db/types"
import { dropOverdue } from "@/lib/mail/drop-overdue"
import { type Running, repeat } from "./repeat"

const every = 10_000

/** Drops and wipes mail that nobody can use any more: unsent for 24 hours, or its code has expired. */
export function dropMail(db: Database, clock: () => Date): Running {
  return repeat("drop-mail", every, async () => {
    await dropOverdue(db, clock())
    return "idle"
  })
}
