import "server-only"
import { createHash, timingSafeEqual } from "node:crypto"
import type { Adapter, AdapterPayload } from "oidc-provider"
import type { ClientRow } from "@/db/queries/oidc"
import type { ClientAtDoor } from "@/db/queries/oidc-clients"
import type { Database } from "@/db/types"
import { noteSecretUse } from "@/lib/clients/note-request"
import { log } from "@/lib/log"
import { asking } from "./portal-session"

/** A provider as its clients see it: the one of real people, or the one for trying out, which know none of each other's. */
export type ClientDoor = {
  readonly db: Database
  readonly clock: () => Date
  readonly isSandbox: boolean
  /** How a client is looked up that this request has not met yet. */
  readonly find: (db: Database, id: string, now: Date) => Promise<ClientAtDoor | undefined>
}

async function clientAtDoor(
  { db, clock, isSandbox, find }: ClientDoor,
  id: string,
): Promise<ClientAtDoor | undefined> {
  const here = asking()
  const known = here?.clients.get(id) ?? (await find(db, id, clock()))
  if (known) here?.clients.set(id, known)
  return known?.row.isSandbox === isSandbox ? known : undefined
}

/** Clients are the console's rows, read at each use, so that a change there counts at once everywhere. */
export function clientAdapter(
  door: ClientDoor,
  adapter: Adapter,
  metadata: (row: ClientRow) => AdapterPayload,
): Adapter {
  return Object.assign(adapter, {
    async find(id: string): Promise<AdapterPayload | undefined> {
      const known = await clientAtDoor(door, id)
      return known && metadata(known.row)
    },
  })
}

/** Whether a secret is one of the client's that are valid now; its use is noted. */
export async function isSecretOf(door: ClientDoor, clientId: string, actual: string): Promise<boolean> {
  const given = createHash("sha256").update(actual, "utf8").digest()
  const known = await clientAtDoor(door, clientId)
  const hashes = known?.secretHashes ?? []
  // every one is compared, so that time does not tell which
  const isKnown = hashes
    .map((hash) => hash.length === given.length && timingSafeEqual(hash, given))
    .includes(true)
  if (isKnown)
    noteSecretUse(door.db, given, door.clock()).catch(() =>
      log.warn({ client: clientId }, "oidc: use not noted"),
    )
  return isKnown
}
