import "server-only"
import { createHash } from "node:crypto"
import { findTokenBearer } from "@/db/queries/machine"
import type { Executor } from "@/db/types"
import { env } from "@/lib/env"
import type { ClientActor } from "@/lib/kernel/actor"
import { apiPath } from "./rules"
import { machineScopes } from "./schema"

/** The resource that tokens of the API are for (RFC 8707). */
export function apiResource(): string {
  return `${new URL(env.ORIGIN).origin}${apiPath}`
}

/**
 * The program behind a token of the Authorization header (RFC 6750 §2.1), as the console has it now. A client for trying
 * out is none: there is nothing invented here to see.
 */
export async function knowBearer(
  db: Executor,
  authorization: string | null,
  now: Date,
): Promise<ClientActor | "none" | "invalid"> {
  if (authorization === null) return "none"
  const token = /^Bearer +([A-Za-z0-9\-._~+/]{1,200}=*)$/i.exec(authorization)?.[1]
  if (!token) return "invalid"
  const bearer = await findTokenBearer(db, createHash("sha256").update(token, "utf8").digest(), now)
  if (bearer?.audience !== apiResource() || bearer.isSandbox) return "invalid"
  const told = new Set(bearer.tokenScope.split(" "))
  const scopes = machineScopes.filter((scope) => told.has(scope) && bearer.machineScopes.includes(scope))
  const { clientId, systemCode, sector } = bearer
  return { kind: "client", clientId, systemCode, sector, scopes }
}
