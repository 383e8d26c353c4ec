import { sql } from "drizzle-orm"
import { prebuilt } from "@/db/prebuilt"
import {
  type ClientAtDoor,
  type ClientAtDoorRow,
  clientAtDoor,
  clientAtDoorIn,
} from "@/db/queries/client-predicates"
import type { Database } from "@/db/types"

export type { ClientAtDoor }

/** A client that is not closed, with its secrets. */
export async function findClientAtDoor(
  db: Database,
  id: string,
  now: Date,
): Promise<ClientAtDoor | undefined> {
  const [row] = await clientById<ClientAtDoorRow>(db, { id, now: now.toISOString() })
  return row && clientAtDoorIn(row)
}

const clientById = prebuilt(
  ["id", "now"],
  ({ id, now }) => sql`select ${clientAtDoor(sql`${now}::timestamptz`)}
    from oidc_clients oc where oc.id = ${id} and oc.closed_at is null`,
)
