import { and, isNull, lt, or } from "drizzle-orm"
import { alarms } from "@/db/schema/alarms"
import { emailChanges } from "@/db/schema/email"
import { passkeyChallenges, totpFactors } from "@/db/schema/factors"
import { invitations } from "@/db/schema/invitations"
import { rateLimits } from "@/db/schema/rate-limit"
import { assistedRecoveries, recoveries } from "@/db/schema/recovery"
import { knownDevices, sessions } from "@/db/schema/sessions"
import { loginFlows, signinThrottles, thaidAttempts } from "@/db/schema/signin"
import type { Executor } from "@/db/types"

/** Until when each kind of row is of use; what ended before goes. */
export type PurgeBefore = {
  readonly flows: Date
  readonly throttles: Date
  readonly limits: Date
  readonly sessions: Date
  readonly devices: Date
}

/** Deletes what nobody can use any more. Codes go with their flow, changes of an address with their session at the latest. */
export async function purgeDeadRows(db: Executor, before: PurgeBefore): Promise<void> {
  await db.delete(loginFlows).where(lt(loginFlows.expiresAt, before.flows))
  await db.delete(thaidAttempts).where(lt(thaidAttempts.expiresAt, before.flows))
  await db
    .delete(totpFactors)
    .where(and(isNull(totpFactors.confirmedAt), lt(totpFactors.createdAt, before.flows)))
  await db.delete(passkeyChallenges).where(lt(passkeyChallenges.expiresAt, before.flows))
  await db.delete(emailChanges).where(lt(emailChanges.expiresAt, before.flows))
  await db.delete(recoveries).where(lt(recoveries.expiresAt, before.flows))
  await db.delete(assistedRecoveries).where(lt(assistedRecoveries.expiresAt, before.sessions))
  await db.delete(invitations).where(lt(invitations.expiresAt, before.sessions))
  await db.delete(alarms).where(lt(alarms.expiresAt, before.flows))
  await db.delete(signinThrottles).where(lt(signinThrottles.lastFailedAt, before.throttles))
  await db.delete(rateLimits).where(lt(rateLimits.windowEndsAt, before.limits))
  await db
    .delete(sessions)
    .where(or(lt(sessions.expiresAt, before.sessions), lt(sessions.revokedAt, before.sessions)))
  await db.delete(knownDevices).where(lt(knownDevices.lastSignedInAt, before.devices))
}
