import "server-only"
import { createHash } from "node:crypto"
import type { Database } from "@/db/types"
import type { ClientActor } from "@/lib/kernel/actor"
import { look } from "@/lib/kernel/execute"
import type { Refusal } from "@/lib/kernel/refusal"
import { countAgainst } from "@/lib/rate-limit/count-against"
import { knowBearer } from "./know-bearer"
import { type Operation, operations } from "./operations"
import { problem } from "./problem"
import { requestsAMinute } from "./rules"

/** A request to the API, with what this process knows of it. */
export type ApiRequest = {
  readonly request: Request
  readonly db: Database
  readonly now: Date
  readonly requestId: string
  /** What stands in the address itself. */
  readonly inPath: Readonly<Record<string, string>>
}

/** Answers one request: who asks, how often, whether he may, and then what was asked. */
export async function answerOperation(name: keyof typeof operations, asked: ApiRequest): Promise<Response> {
  const { request, db, now, requestId } = asked
  const operation = operations[name]
  const actor = await knowBearer(db, request.headers.get("authorization"), now)
  if (actor === "none") return problem("no-token", {}, { "www-authenticate": 'Bearer realm="dla-sso"' })
  if (actor === "invalid")
    return problem(
      "invalid-token",
      {},
      { "www-authenticate": 'Bearer realm="dla-sso", error="invalid_token"' },
    )
  const until = await overLimit(db, actor, now)
  if (until)
    return problem(
      "too-many-requests",
      {},
      { "retry-after": String(Math.max(1, Math.ceil((until.getTime() - now.getTime()) / 1000))) },
    )
  if (!actor.scopes.includes(operation.scope)) return lacksScope(operation)
  const query = fieldsOf(request, asked.inPath)
  if (!query) return problem("invalid", { detail: "each parameter is given once" })
  const result = await look(operation.read, { db, actor, now, requestId }, query)
  if (!result.ok) return refused(result.refusal)
  const body = JSON.stringify(result.value)
  return operation.isKept
    ? keepable(request, result.value, body)
    : json(body, { "cache-control": "no-store" })
}

function lacksScope({ scope }: Operation): Response {
  const told = `Bearer realm="dla-sso", error="insufficient_scope", scope="${scope}"`
  return problem("insufficient-scope", { detail: `wanted: ${scope}` }, { "www-authenticate": told })
}

async function overLimit(db: Database, actor: ClientActor, now: Date): Promise<Date | undefined> {
  const key = createHash("sha256").update(actor.clientId).digest()
  const limit = { scope: "machine-api", key, limit: requestsAMinute, windowSeconds: 60, now }
  const allowance = await countAgainst(db, limit)
  return allowance.allowed ? undefined : allowance.until
}

/** The parameters; nothing where one is given twice, since it could be meant either way. */
function fieldsOf(
  request: Request,
  inPath: Readonly<Record<string, string>>,
): Record<string, string> | undefined {
  const { searchParams } = new URL(request.url)
  const names = [...searchParams.keys()]
  if (new Set(names).size < names.length || names.some((name) => name in inPath)) return undefined
  return { ...Object.fromEntries(searchParams), ...inPath }
}

function refused({ code, fields = {} }: Refusal): Response {
  if (code === "machine.cursor-too-old") return problem("cursor-too-old")
  if (code === "invalid") return problem("invalid", { fields: readable(fields) })
  return problem("not-found")
}

/** Messages of the validator may quote what was sent; the names are enough. */
function readable(fields: Readonly<Record<string, string>>): Record<string, string> {
  const named = Object.keys(fields).filter((name) => /^[A-Za-z]{1,40}$/.test(name))
  return Object.fromEntries(named.map((name) => [name, name === "form" ? "unknown parameter" : "malformed"]))
}

/** With a mark of what it says, apart from the instant of asking; whoever has the same already is told so in a word. */
function keepable(request: Request, value: unknown, body: string): Response {
  const { asOf: _asOf, ...lasting } = value as Record<string, unknown>
  const digest = createHash("sha256").update(JSON.stringify(lasting)).digest("base64url")
  const etag = `"${digest.slice(0, 27)}"`
  const headers = { etag, "cache-control": "private, no-cache" }
  const known = (request.headers.get("if-none-match") ?? "").split(",").map((one) => one.trim())
  if (known.includes(etag) || known.includes(`W/${etag}`)) return new Response(null, { status: 304, headers })
  return json(body, headers)
}

function json(body: string, headers: Readonly<Record<string, string>>): Response {
  return new Response(body, { headers: { "content-type": "application/json", ...headers } })
}
