import "server-only"
import { type Client, lockClient, lockClientSystem, markClient } from "@/db/queries/clients"
import type { Transaction } from "@/db/types"
import { mayForAll } from "@/lib/access/may"
import { command } from "@/lib/kernel/command"
import { done, refused } from "@/lib/kernel/outcome"
import { closeClientInput } from "./client-schema"
import { hasOpenSandbox } from "./has-open-sandbox"

type At = { readonly clientId: string; readonly version: number }

/** Closes a client: from now on nobody comes in through it, and what it holds is worth nothing. */
export const closeClient = command({
  name: "clients.close",
  input: closeClientInput,
  allow: mayForAll("systems.manage"),
  freshness: "step-up",
  run: async ({ tx, now, input }) => await turn(tx, input, now),
})

/** Opens it again as it was. */
export const reopenClient = command({
  name: "clients.reopen",
  input: closeClientInput,
  allow: mayForAll("systems.manage"),
  freshness: "step-up",
  run: async ({ tx, input }) => await turn(tx, input, null),
})

async function turn(tx: Transaction, { clientId, version }: At, closedAt: Client["closedAt"]) {
  const row = await lockClient(tx, clientId)
  if (!row) return refused("not-found")
  if (row.version !== version) return refused("clients.stale")
  if ((row.closedAt === null) === (closedAt === null)) return refused("clients.stale")
  if (closedAt === null && row.isSandbox) {
    await lockClientSystem(tx, row.systemCode)
    if (await hasOpenSandbox(tx, row.systemCode)) return refused("clients.sandbox-there")
  }
  await markClient(tx, clientId, { closedAt })
  return done(undefined, { detail: { system: row.systemCode, client: clientId } })
}
