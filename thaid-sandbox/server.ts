import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http"
import { setTimeout as wait } from "node:timers/promises"
import { type Answer, type Ask, json } from "./exchange"
import { contentPolicy } from "./layout"
import { readBody } from "./read-body"
import { answer, routeOf } from "./router"
import { seemingClient, struck } from "./strike"
import type { World } from "./world"

const safety = {
  "content-security-policy": contentPolicy,
  "x-content-type-options": "nosniff",
  // Not no-referrer: browsers would then send `Origin: null` with our own forms.
  "referrer-policy": "same-origin",
  // So that nobody takes this for the service, whatever address it hides behind.
  "x-thaid-sandbox": "simulation",
}

/** The listening side; the world comes later, because its address is known only once the port is. */
export function newServer(world: () => World): Server {
  const server = createServer((message, response) => {
    serve(world(), message, response).catch(() => response.destroy())
  })
  server.requestTimeout = 30_000
  server.headersTimeout = 10_000
  return server
}

async function serve(world: World, message: IncomingMessage, response: ServerResponse): Promise<void> {
  // A target such as `//` is no address of ours, and not worth an exception.
  const target = URL.canParse(message.url ?? "/", world.origin) ? (message.url ?? "/") : "/nowhere"
  const url = new URL(target, world.origin)
  const body = await readBody(message)
  const ask: Ask = {
    method: message.method ?? "GET",
    path: url.pathname,
    query: url.searchParams,
    form: body?.form ?? new URLSearchParams(),
    json: body?.json,
    headers: message.headers,
  }
  const found = refusal(world, ask, body === null) ?? answered(world, ask)
  if (found.delaySeconds) await wait(found.delaySeconds * 1000)
  if (found.isDropped) response.destroy()
  else send(response, found, ask.method)
}

function answered(world: World, ask: Ask): Answer {
  const route = routeOf(ask.path)
  const work = () => answer(world, ask, route)
  if (!route?.endpoint || !route.methods.includes(ask.method)) return work()
  const client = seemingClient(world, ask)
  const found = struck(world, route.endpoint, client, work)
  const { method, path } = ask
  const faults = found.struck ?? []
  world.journal.add({ at: world.now(), method, path, client: client ?? null, status: found.status, faults })
  return found
}

/** Requests that no handler sees: for another host, from another's page, or without a readable body. */
function refusal(world: World, ask: Ask, isUnreadable: boolean): Answer | null {
  const own = new URL(world.origin)
  const hosts = [own.host, `127.0.0.1:${own.port}`, `localhost:${own.port}`]
  if (!hosts.includes(ask.headers.host ?? "")) return json(421, { error: "misdirected_request" })
  if (isUnreadable) return json(400, { error: "invalid_request", error_description: "Unreadable body" })
  if (ask.method !== "POST" || !ask.path.startsWith("/sandbox/")) return null
  const { origin } = ask.headers
  const isOwn = !origin || hosts.some((host) => origin === `${own.protocol}//${host}`)
  const isCross = ask.headers["sec-fetch-site"] === "cross-site" || !isOwn
  return isCross ? json(403, { error: "forbidden" }) : null
}

function send(response: ServerResponse, { status, headers, body }: Answer, method: string): void {
  const length = Buffer.byteLength(body)
  response.writeHead(status, { ...safety, ...headers, "content-length": length })
  response.end(method === "HEAD" ? undefined : body)
}
