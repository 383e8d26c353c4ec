import "server-only"
import { randomUUID } from "node:crypto"
import { createServer, type IncomingMessage, type ServerResponse } from "node:http"
import { closeDatabase, database } from "@/db/client"
import { answered, isUnder } from "@/lib/http/answer-first"
import { oidcPath } from "@/lib/http/dress-api"
import { dressRequests } from "@/lib/http/ready-to-serve"
import { visitor } from "@/lib/kernel/actor"
import { look } from "@/lib/kernel/execute"
import { log } from "@/lib/log"
import { running } from "@/lib/oidc/running"
import { getReadiness } from "@/lib/operations/get-readiness"
import { answerOidc } from "./answer-oidc"

// The OpenID Provider as a process of its own, behind the portal's origin: `npm run start:oidc`.

/** Longer than proxies in front keep a connection, so that it is never this side that hangs up on a request. */
const keptAlive = 75_000
/** What is being answered when the end comes has so many milliseconds. */
const patience = 10_000

dressRequests()

const server = createServer((request, response) => {
  if (isUnder(oidcPath, request.url))
    void answered({ under: oidcPath, answer: answerOidc }, request, response)
  else if (request.url === "/health/live") tell(response, 200, { live: true })
  else if (request.url === "/health/ready")
    void answered({ under: "/health", answer: ready }, request, response)
  else tell(response, 404, { error: "not found" })
})
server.keepAliveTimeout = keptAlive

async function ready(_request: IncomingMessage, response: ServerResponse): Promise<void> {
  const context = { db: database(), actor: visitor, now: new Date(), requestId: randomUUID() }
  const state = await look(getReadiness, context, {}).catch(() => undefined)
  const keys = await running().then(
    () => "open",
    () => "missing",
  )
  const known = state?.ok ? state.value : { ready: false, database: "unreachable" }
  const isReady = known.ready && keys === "open"
  tell(response, isReady ? 200 : 503, { ...known, ready: isReady, keys })
}

function tell(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, {
    "content-type": "application/json",
    "cache-control": "no-store",
    "x-content-type-options": "nosniff",
  })
  response.end(JSON.stringify(body))
}

let stopping = false
function stop(reason: string): void {
  if (stopping) return
  stopping = true
  log.info({ reason }, "the OpenID Provider: stopping")
  setTimeout(() => server.closeAllConnections(), patience).unref()
  server.close(() => {
    void closeDatabase().finally(() => {
      log.info("the OpenID Provider: stopped")
      process.exit(0)
    })
  })
  server.closeIdleConnections()
}

for (const signal of ["SIGTERM", "SIGINT"] as const) process.on(signal, () => stop(signal))
// Started with a channel to its starter, the process does not outlive it.
process.on("disconnect", () => stop("the starter is gone"))

const [, , host = "127.0.0.1", port = "0"] = process.argv
server.listen(Number(port), host, () => {
  log.info({ host, port: Number(port) }, "the OpenID Provider: ready")
})
