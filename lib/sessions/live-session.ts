import "server-only"
import { findLiveSession, type LiveSession, markSeen } from "@/db/queries/sessions"
import type { Database } from "@/db/types"
import { keyedHashes } from "@/lib/crypto/keyed-hash"
import { keyRing } from "@/lib/crypto/ring"
import { assurances, strongFactorKey, touchEvery } from "./rules"
import { throughGate } from "./strong-factor-gate"

export type { LiveSession }

/** The live session that a cookie's token names, or nothing. Being asked for is activity: it moves `last_seen_at`. */
export async function touchLiveSession(
  db: Database,
  token: string,
  now: Date,
): Promise<LiveSession | undefined> {
  const session = await findLiveSession(
    db,
    keyedHashes(keyRing(), "session-token", token),
    { thaid: assurances.thaid.acr, strongFactorKey },
    now,
  )
  if (session) await noteSeen(db, session, now)
  return session && throughGate(session, now)
}

/** Step: being asked for is activity, which is noted once a minute. */
export async function noteSeen(
  db: Database,
  { id, lastSeenAt }: Pick<LiveSession, "id" | "lastSeenAt">,
  now: Date,
): Promise<void> {
  if (now.getTime() - lastSeenAt.getTime() > touchEvery * 1000) await markSeen(db, id, now)
}
