import "server-only"
import { type IncomingMessage, Server, type ServerResponse } from "node:http"
import { wordsIn } from "@/lib/i18n/words"

const patched = globalThis as { __dlaSsoRefusesMalformed?: true }

/**
 * Answers 400 to an address whose percent escapes are no UTF-8 (RFC 3986 §2.5). Next itself would fail with 500 before
 * any code of ours runs.
 */
export function refuseMalformedAddresses(): void {
  if (patched.__dlaSsoRefusesMalformed) return
  patched.__dlaSsoRefusesMalformed = true
  const emit = Server.prototype.emit
  Server.prototype.emit = function (event: string | symbol, ...args: unknown[]) {
    if (event === "request" && !isReadable((args[0] as IncomingMessage).url ?? "/")) {
      answer(args[1] as ServerResponse)
      return true
    }
    return Reflect.apply(emit, this, [event, ...args])
  }
}

function isReadable(url: string): boolean {
  try {
    decodeURIComponent(url.split("?")[0] ?? "")
    return true
  } catch {
    return false
  }
}

function answer(response: ServerResponse): void {
  response.writeHead(400, {
    "content-type": "text/plain; charset=utf-8",
    "content-security-policy": "default-src 'none'; frame-ancestors 'none'",
    "cache-control": "no-store",
    "referrer-policy": "same-origin",
    "strict-transport-security": "max-age=31536000; includeSubDomains",
    "x-content-type-options": "nosniff",
  })
  // The language is worked out later than this, so both are given.
  response.end(
    (["th", "en"] as const).map((locale) => `${wordsIn(locale).ui.answers.unreadableAddress}\n`).join(""),
  )
}
