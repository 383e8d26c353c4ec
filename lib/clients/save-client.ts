import "server-only"
import { randomInt } from "node:crypto"
import { insertClient, lockClient, lockClientSystem, markClient } from "@/db/queries/clients"
import { mayForAll } from "@/lib/access/may"
import { command } from "@/lib/kernel/command"
import { done, refused } from "@/lib/kernel/outcome"
import { changeClientInput, createClientInput } from "./client-schema"

const letters = "abcdefghjkmnpqrstuvwxyz23456789"

/** What a client is called at the provider: its system, and letters that nobody mistakes for others. */
export function newClientId(systemCode: string, isSandbox: boolean): string {
  const tail = Array.from({ length: 8 }, () => letters[randomInt(letters.length)]).join("")
  return [systemCode.toLowerCase(), ...(isSandbox ? ["sandbox"] : []), tail].join("-")
}

/** Registers a client of a system. It has no secret yet. */
export const createClient = command({
  name: "clients.create",
  input: createClientInput,
  allow: mayForAll("systems.manage"),
  freshness: "step-up",
  async run({ tx, now, input: { systemCode, isSandbox, columns } }) {
    const system = await lockClientSystem(tx, systemCode)
    if (!system) return refused("not-found")
    const id = newClientId(systemCode, isSandbox)
    await insertClient(tx, { ...columns, id, systemCode, isSandbox, createdAt: now })
    return done({ id }, { detail: { system: systemCode, client: id, ...said(columns) } })
  },
})

/** Changes a client. The sector stays once somebody has come in, or the system would know everybody by another name. */
export const changeClient = command({
  name: "clients.change",
  input: changeClientInput,
  allow: mayForAll("systems.manage"),
  freshness: "step-up",
  async run({ tx, input: { clientId, version, isSandbox, columns } }) {
    const row = await lockClient(tx, clientId)
    // what is for trying out stays so, and what is not never becomes it
    if (!row || row.isSandbox !== isSandbox) return refused("not-found")
    if (row.version !== version) return refused("clients.stale")
    if (row.usedAt && row.sector !== columns.sector) return refused("clients.sector-fixed")
    await markClient(tx, clientId, columns)
    return done(undefined, { detail: { system: row.systemCode, client: clientId, ...said(columns) } })
  },
})

/** What the audit says of a client beside its name. */
function said(columns: {
  readonly authMethod: string
  readonly scopes: readonly string[]
  readonly sector: string | null
}) {
  return {
    method: columns.authMethod,
    nationalId: columns.scopes.includes("nid"),
    pairwise: columns.sector !== null,
  }
}
