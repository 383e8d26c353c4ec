import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http"
import { bangkokDay, type Language } from "./digits"
import { type Answer, type Ask, plain, type World, wordsOf } from "./exchange"
import { saying } from "./layout"
import { answer } from "./router"
import { cookieName } from "./sign-in-routes"

const mostBytes = 64 * 1024

function safety({ settings }: World): Record<string, string> {
  const portal = new URL(settings.issuer).origin
  return {
    "content-security-policy": [
      "default-src 'none'",
      "style-src 'self'",
      "img-src 'self'",
      "font-src 'self'",
      // signing out leads on to the portal
      `form-action 'self' ${portal}`,
      "base-uri 'none'",
      "frame-ancestors 'none'",
    ].join("; "),
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    // not no-referrer: browsers would then send `Origin: null` with our own forms
    "referrer-policy": "same-origin",
    "cache-control": "no-store",
    ...(settings.origin.startsWith("https:") && { "strict-transport-security": "max-age=31536000" }),
  }
}

/** INFO's listening side. */
export function newServer(world: World): Server {
  const server = createServer((message, response) => {
    serve(world, message, response).catch(() => response.destroy())
  })
  server.requestTimeout = 30_000
  server.headersTimeout = 10_000
  return server
}

async function serve(world: World, message: IncomingMessage, response: ServerResponse): Promise<void> {
  const body = await readForm(message)
  const ask = asked(world, message, body ?? new URLSearchParams())
  send(world, response, await answered(world, ask, message, body !== undefined), ask)
}

async function answered(world: World, ask: Ask, message: IncomingMessage, isRead: boolean): Promise<Answer> {
  const own = new URL(world.settings.origin)
  if (message.headers.host !== own.host) return plain(421, "")
  if (!isRead) return saying(world, ask, { status: 413, text: ask.w.pages.tooMuch })
  if (!["GET", "POST"].includes(ask.method)) return plain(405, "", { allow: "GET, HEAD, POST" })
  if (ask.method === "POST" && ask.url.pathname !== "/backchannel-logout" && isForeign(own.origin, message))
    return saying(world, ask, { status: 403, text: ask.w.pages.forbidden })
  try {
    const id = ask.cookies.get(cookieName(own.origin, "session"))
    return await answer(world, ask, id)
  } catch (error) {
    // the message of a fault may quote what was typed; its name and place do not
    const place = error instanceof Error ? (error.stack ?? "").split("\n").slice(1, 4).join(" ") : ""
    process.stderr.write(`info: ${error instanceof Error ? error.name : "fault"}${place}\n`)
    return saying(world, ask, { status: 500, text: ask.w.pages.broken })
  }
}

/** A form is taken from our own pages alone: a browser says where it stands, and one that says nothing is refused. */
function isForeign(origin: string, { headers }: IncomingMessage): boolean {
  if (headers.origin !== undefined) return headers.origin !== origin
  return headers["sec-fetch-site"] !== "same-origin"
}

function asked(world: World, message: IncomingMessage, form: URLSearchParams): Ask {
  const { origin, today } = world.settings
  const target = message.url ?? "/"
  const url = new URL(/^\/(?![/\\])/.test(target) ? target : "/nowhere", origin)
  const pairs = (message.headers.cookie ?? "").split("; ").map((pair) => {
    const at = pair.indexOf("=")
    return [pair.slice(0, at), pair.slice(at + 1)] as const
  })
  const cookies = new Map(pairs)
  const wanted = url.searchParams.get("lang") ?? cookies.get(cookieName(origin, "language"))
  const language: Language = wanted === "en" ? "en" : "th"
  const now = new Date()
  const method = message.method === "HEAD" ? "GET" : (message.method ?? "GET")
  const day = today ?? bangkokDay(now)
  return { method, url, form, cookies, now, today: day, language, w: wordsOf(language), person: undefined }
}

/** Reads a form; nothing where it is too large or no form at all. */
async function readForm(message: IncomingMessage): Promise<URLSearchParams | undefined> {
  if (message.method !== "POST") return new URLSearchParams()
  const parts: Buffer[] = []
  let size = 0
  for await (const part of message) {
    size += (part as Buffer).length
    if (size > mostBytes) return undefined
    parts.push(part as Buffer)
  }
  const type = message.headers["content-type"] ?? ""
  if (size > 0 && !/^application\/x-www-form-urlencoded\b/i.test(type)) return undefined
  return new URLSearchParams(Buffer.concat(parts).toString("utf8").replaceAll("\0", ""))
}

function send(world: World, response: ServerResponse, { status, headers, body }: Answer, ask: Ask): void {
  const cookies = [headers["set-cookie"] ?? []].flat()
  const chosen = ask.url.searchParams.get("lang")
  if (chosen === "th" || chosen === "en") {
    const secure = world.settings.origin.startsWith("https:") ? "; Secure" : ""
    const name = cookieName(world.settings.origin, "language")
    cookies.push(`${name}=${chosen}; Path=/; HttpOnly; SameSite=Lax; Max-Age=31536000${secure}`)
  }
  const length = Buffer.byteLength(body)
  const all = { ...safety(world), ...headers, "content-length": String(length) }
  for (const [name, value] of Object.entries(all)) response.setHeader(name, value as string | string[])
  if (cookies.length > 0) response.setHeader("set-cookie", cookies)
  else response.removeHeader("set-cookie")
  response.writeHead(status)
  response.end(response.req.method === "HEAD" ? undefined : body)
}
