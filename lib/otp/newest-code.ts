import "server-only"
import { findNewestCode } from "@/db/queries/otp"
import type { Executor } from "@/db/types"

/** The code of a sign-in that was mailed last: when, until when, in which mail. */
export function newestCode(db: Executor, flowId: string): ReturnType<typeof findNewestCode> {
  return findNewestCode(db, flowId)
}
