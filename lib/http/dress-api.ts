import "server-only"
import { type IncomingMessage, Server, type ServerResponse } from "node:http"
import { defaultLocale, parseLocale } from "@/lib/i18n/locale"
import { isUnder } from "./answer-first"
import { chosenLanguage, headersFor } from "./headers-for"

const patched = globalThis as { __dlaSsoDressesApi?: true }

/** Where the OpenID Provider answers. */
export const oidcPath = "/oidc"

/**
 * Does for `/api/` and for the OpenID Provider what `proxy.ts` does for pages, before Next sees the request. Going through Next's own proxy would
 * cost each form post a tenth of what its handler costs (docs/decisions/0017).
 */
export function dressApi(): void {
  if (patched.__dlaSsoDressesApi) return
  patched.__dlaSsoDressesApi = true
  const emit = Server.prototype.emit
  Server.prototype.emit = function (event: string | symbol, ...args: unknown[]) {
    if (event === "request") dress(...(args as [IncomingMessage, ServerResponse]))
    return Reflect.apply(emit, this, [event, ...args])
  }
}

function dress(request: IncomingMessage, response: ServerResponse): void {
  const { url = "/" } = request
  if (!(url.startsWith("/api/") || isUnder(oidcPath, url))) return
  const [path = "/", query] = url.split(/\?(.*)/s)
  const locale = parseLocale(cookieOf(request, chosenLanguage)) ?? defaultLocale
  const { told, answer } = headersFor({ path, search: query ? `?${query}` : "", locale })
  Object.assign(request.headers, told)
  for (const [name, value] of Object.entries(answer)) response.setHeader(name, value)
}

function cookieOf(request: IncomingMessage, name: string): string | undefined {
  const pairs = (request.headers.cookie ?? "").split(/;\s*/)
  return pairs.find((pair) => pair.startsWith(`${name}=`))?.slice(name.length + 1)
}
