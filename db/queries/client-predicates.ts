import { type SQL, sql } from "drizzle-orm"
import type { oidcClients } from "@/db/schema/oidc"

type ClientRow = typeof oidcClients.$inferSelect

/** A client of the provider with the hashes of its secrets that are valid now. */
export type ClientAtDoor = { readonly row: ClientRow; readonly secretHashes: readonly Buffer[] }

/** What `clientAtDoor` reads, as the driver has it. */
export type ClientAtDoorRow = {
  readonly client: Readonly<Record<string, unknown>>
  readonly hashes: readonly string[]
}

/** The columns of a client `oc` with its secrets. */
export const clientAtDoor = (now: SQL): SQL => sql`to_jsonb(oc) as client,
  (select coalesce(json_agg(encode(cs.secret_hash, 'hex')), '[]') from oidc_client_secrets cs
    where cs.client_id = oc.id and (cs.ends_at is null or cs.ends_at > ${now})) as hashes`

/** The client that a row tells of. */
export function clientAtDoorIn({ client, hashes }: ClientAtDoorRow): ClientAtDoor {
  return { row: clientIn(client), secretHashes: hashes.map((hash) => Buffer.from(hash, "hex")) }
}

/** The row of a client as the table has it, out of PostgreSQL's own JSON of it. */
export function clientIn(json: Readonly<Record<string, unknown>>): ClientRow {
  const row = Object.fromEntries(Object.entries(json).map(([name, value]) => [camel(name), value]))
  return { ...row, createdAt: new Date(String(json.created_at)), closedAt: null } as unknown as ClientRow
}

const camels = new Map<string, string>()

/** The name of a column as the schema calls it; there are a dozen, and they are asked for at each request. */
function camel(name: string): string {
  const known = camels.get(name)
  if (known) return known
  const made = name.replace(/_(.)/g, (_, letter: string) => letter.toUpperCase())
  camels.set(name, made)
  return made
}
