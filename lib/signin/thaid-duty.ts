import "server-only"
import { z } from "zod"
import { findThaidDuty } from "@/db/queries/thaid"
import type { Executor } from "@/db/types"
import { thaidClient } from "@/lib/thaid/client"

/** Key of the Department's setting: who must sign in by ThaiID, and from when. */
export const thaidDutyKey = "signin.thaid-duty"

const instant = z.iso.datetime().optional()

/** How it is stored: for each of `thaidDutyGroups` the instant in ISO 8601, or nothing. */
export const storedThaidDuty = z.object({ admins: instant, department: instant, everyone: instant })

/** The instant from which one account must sign in by ThaiID, past or to come; nothing where it need not. */
export async function thaidDutyOf(db: Executor, accountId: string, now: Date): Promise<Date | undefined> {
  // Where ThaiID is not set up nobody could come in, not even those who could lift the duty.
  if (!thaidClient()) return undefined
  const { value, isAdmin, isDepartment } = await findThaidDuty(db, accountId, now)
  const duty = storedThaidDuty.parse(value ?? {})
  const held = [duty.everyone, isAdmin && duty.admins, isDepartment && duty.department]
  const instants = held.flatMap((from) => (from ? [Date.parse(from)] : []))
  return instants.length > 0 ? new Date(Math.min(...instants)) : undefined
}

/** Whether that instant has come for an account: from then on nothing but ThaiID lets it in. */
export async function mustUseThaid(db: Executor, accountId: string, now: Date): Promise<boolean> {
  const from = await thaidDutyOf(db, accountId, now)
  return from !== undefined && from <= now
}
