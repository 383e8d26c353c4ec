import "server-only"
import { insertClientEvent, touchClientSecret } from "@/db/queries/clients"
import type { Database } from "@/db/types"
import { clientLimits } from "./rules"
import { type Problem, shownUri } from "./try-rules"

/** What was heard of a client's request. */
export type Heard = {
  readonly clientId: string
  readonly endpoint: "auth" | "par" | "token" | "userinfo" | "logout"
  readonly outcome: "ok" | Problem
  /** The return address that it named, where that is what was wrong. */
  readonly given?: string | undefined
  readonly hasState?: boolean
  readonly hasNonce?: boolean
}

/** Milliseconds in which the same is noted once by this process: a busy system writes no row at each sign-in. */
const pauses = { ok: 20_000, wrong: 1_000 } as const

/** Rows of one client that this process writes in ten seconds at most: a flood of nonsense is noted as a few lines. */
const burst = { rows: 12, ms: 10_000 } as const

const most = 2_000
const noted = new Map<string, number>()
const bursts = new Map<string, { since: number; rows: number }>()

/** Whether this is still to be noted, or the same was just now. */
function isNews({ clientId, endpoint, outcome, given }: Heard, now: number): boolean {
  const key = [clientId, endpoint, outcome, given ?? ""].join(" ")
  if (now - (noted.get(key) ?? 0) < (outcome === "ok" ? pauses.ok : pauses.wrong)) return false
  const flood = bursts.get(clientId)
  const current = flood && now - flood.since < burst.ms ? flood : { since: now, rows: 0 }
  if (current.rows >= burst.rows) return false
  if (noted.size > most) noted.clear()
  if (bursts.size > most) bursts.clear()
  noted.set(key, now)
  bursts.set(clientId, { since: current.since, rows: current.rows + 1 })
  return true
}

// Nobody waits for what is noted, so that two of one client could overtake each other on their way to the database; the
// console would then tell of an exchange before the sign-in that it belongs to.
let written: Promise<void> = Promise.resolve()

/**
 * Step: notes what was heard of a client for the people who build its system, a few rows a client, in the order in which
 * it was heard.
 *
 * @param closer what it turns out to be where that takes a look at the database
 */
export async function noteRequest(
  db: Database,
  heard: Heard,
  now: Date,
  closer?: () => Promise<Heard>,
): Promise<void> {
  if (!isNews(heard, now.getTime())) return
  const writing = written.then(async () => write(db, closer ? await closer() : heard, now))
  written = writing.catch(() => undefined)
  await writing
}

async function write(db: Database, heard: Heard, now: Date): Promise<void> {
  const { given, hasState, hasNonce, ...rest } = heard
  const row = {
    ...rest,
    at: now,
    given: given === undefined ? null : shownUri(given),
    hasState: hasState ?? null,
    hasNonce: hasNonce ?? null,
  }
  await insertClientEvent(db, row, clientLimits.events)
}

/** Milliseconds in which this process notes the use of a secret once. */
const secretPause = 10 * 60_000

/** Step: notes that a secret was used. */
export async function noteSecretUse(db: Database, secretHash: Buffer, now: Date): Promise<void> {
  const key = secretHash.toString("base64url")
  if (now.getTime() - (noted.get(key) ?? 0) < secretPause) return
  noted.set(key, now.getTime())
  await touchClientSecret(db, secretHash, now)
}
