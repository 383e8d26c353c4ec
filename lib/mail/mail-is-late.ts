import "server-only"
import { findMailState } from "@/db/queries/mail"
import type { Executor } from "@/db/types"
import { isLate } from "./rules"

/** Whether to tell the reader of a mail that it is late. A mail that nobody knows any more is not. */
export async function mailIsLate(db: Executor, mailId: string, now: Date): Promise<boolean> {
  const state = await findMailState(db, mailId)
  return state !== undefined && isLate(state, now)
}
