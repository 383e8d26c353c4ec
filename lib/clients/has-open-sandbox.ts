import "server-only"
import { listClientsOf } from "@/db/queries/clients"
import type { Transaction } from "@/db/types"

/** Step: whether a system, held meanwhile, has an open client for trying out; it has one at most. */
export async function hasOpenSandbox(tx: Transaction, systemCode: string): Promise<boolean> {
  const clients = await listClientsOf(tx, systemCode)
  return clients.some(({ isSandbox, closedAt }) => isSandbox && closedAt === null)
}
