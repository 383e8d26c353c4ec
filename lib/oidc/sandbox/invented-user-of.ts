import "server-only"
import { findSandboxClient } from "@/db/queries/oidc-sandbox"
import type { Executor } from "@/db/types"
import { type InventedUser, inventedUsers } from "./invented"

/** The invented user of a client's system who has this name; nobody where the client is a real one or closed. */
export async function inventedUserOf(
  db: Executor,
  clientId: string,
  sub: string,
): Promise<InventedUser | undefined> {
  const client = await findSandboxClient(db, clientId)
  return client && inventedUsers(client.systemCode, client.roles).find((user) => user.sub === sub)
}
