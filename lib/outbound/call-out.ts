import "server-only"
import { lookup } from "node:dns/promises"
import { type IncomingMessage, request as requestHttp } from "node:http"
import { request as requestHttps } from "node:https"
import { isIP, type LookupFunction } from "node:net"
import { configuredReach, isThisMachine, mayReach, type Reach } from "./reach"
import { bodyLimit, type OutboundFault, patience } from "./rules"

type Address = { readonly address: string; readonly family: number }

/** What a call says. */
export type Call = {
  /** An address that somebody typed: trusted in nothing. */
  readonly url: string
  readonly method?: "GET" | "POST"
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string
}

/** How calls go out; tests give their own. */
export type Way = {
  readonly reach: Reach
  readonly resolve: (host: string) => Promise<readonly Address[]>
  /** Certificate authorities in place of the usual ones. */
  readonly ca?: string
  /** In milliseconds. */
  readonly patience?: number
}

/** What came of a call. A redirect is an answer like any other: it is not followed. */
export type Answered =
  | { readonly ok: true; readonly status: number; readonly body: Buffer }
  | { readonly ok: false; readonly fault: OutboundFault }

class Fault extends Error {
  constructor(readonly fault: OutboundFault) {
    super(fault)
  }
}

function usualWay(): Way {
  return { reach: configuredReach(), resolve: (host) => lookup(host, { all: true, verbatim: true }) }
}

/**
 * The one door for calls to addresses that somebody typed (webhooks, sign-outs, keys): https alone; the host is
 * resolved once, every address of it is judged, and the connection goes to these very addresses, so that a name which
 * changes meanwhile leads nowhere else; no redirects, no credentials in the address, 5 s and 256 KB in all
 * (OWASP ASVS 5.0 §1.3.6). Never throws.
 */
export async function callOut(call: Call, way: Way = usualWay()): Promise<Answered> {
  const stop = new AbortController()
  const given = setTimeout(() => stop.abort(new Fault("timeout")), way.patience ?? patience)
  const late = new Promise<never>((_, reject) => {
    stop.signal.addEventListener("abort", () => reject(stop.signal.reason as Error))
  })
  try {
    return await Promise.race([made(call, way, stop.signal), late])
  } catch (error) {
    return { ok: false, fault: error instanceof Fault ? error.fault : faultOf(error) }
  } finally {
    clearTimeout(given)
    stop.abort(new Fault("timeout"))
  }
}

/** The address as it may be called, or why not, before anything is resolved: what a form can say at once. */
export function targetOf(text: string, reach: Reach = configuredReach()): URL | OutboundFault {
  if (!URL.canParse(text)) return "address"
  const url = new URL(text)
  const host = bareHost(url)
  const plainHere =
    url.protocol === "http:" && reach.thisMachine && (isThisMachine(host) || host === "localhost")
  if ((url.protocol !== "https:" && !plainHere) || url.username || url.password || !host) return "address"
  if (isIP(host) && !mayReach(reach, host, host)) return "private-address"
  return url
}

/** Without the brackets of an IPv6 address and the dot of a whole name. */
function bareHost(url: URL): string {
  return url.hostname.replace(/^\[|\]$/g, "").replace(/\.$/, "")
}

async function made(call: Call, way: Way, signal: AbortSignal): Promise<Answered> {
  const url = targetOf(call.url, way.reach)
  if (typeof url === "string") throw new Fault(url)
  const host = bareHost(url)
  const addresses = isIP(host) ? [{ address: host, family: isIP(host) }] : await resolved(way, host)
  if (!addresses.every(({ address }) => mayReach(way.reach, host, address)))
    throw new Fault("private-address")
  // plain http is for this machine alone, whatever its name resolves to
  if (url.protocol === "http:" && !addresses.every(({ address }) => isThisMachine(address)))
    throw new Fault("private-address")
  signal.throwIfAborted()
  const answer = await sent(call, { url, addresses, ca: way.ca, signal })
  return { ok: true, status: answer.statusCode ?? 0, body: await bodyOf(answer) }
}

async function resolved(way: Way, host: string): Promise<readonly Address[]> {
  const addresses = await way.resolve(host).catch(() => [])
  if (addresses.length === 0) throw new Fault("unknown-host")
  return addresses
}

type Line = {
  readonly url: URL
  readonly addresses: readonly Address[]
  readonly ca: string | undefined
  readonly signal: AbortSignal
}

/** Sends it over a connection of its own: one kept open by a name would outlive the judging of its address. */
function sent(call: Call, { url, addresses, ca, signal }: Line): Promise<IncomingMessage> {
  const pinned = ((_host, options, found) => {
    const [first] = addresses
    if (options.all) found(null, [...addresses])
    else found(null, first?.address ?? "", first?.family)
  }) satisfies LookupFunction
  const body = call.body === undefined ? undefined : Buffer.from(call.body, "utf8")
  const options = {
    method: call.method ?? "GET",
    headers: { ...call.headers, "user-agent": "dla-sso", ...(body && { "content-length": body.length }) },
    lookup: pinned,
    agent: false,
    signal,
    maxHeaderSize: 16 * 1024,
    ...(ca !== undefined && { ca }),
  }
  return new Promise((resolve, reject) => {
    const request = url.protocol === "http:" ? requestHttp(url, options) : requestHttps(url, options)
    request.on("response", resolve).on("error", reject).end(body)
  })
}

async function bodyOf(answer: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = []
  let length = 0
  for await (const chunk of answer as AsyncIterable<Buffer>) {
    length += chunk.length
    if (length > bodyLimit) {
      answer.destroy()
      throw new Fault("too-large")
    }
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

function faultOf(error: unknown): OutboundFault {
  const { code } = error as { code?: unknown }
  const name = typeof code === "string" ? code : ""
  return /CERT|TLS|SSL|SELF_SIGNED|UNABLE_TO|EPROTO|ALTNAME/.test(name) ? "tls" : "unreachable"
}
