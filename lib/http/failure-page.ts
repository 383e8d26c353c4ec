import "server-only"
import { randomUUID } from "node:crypto"
import { trouble as en } from "@/lib/i18n/en/trouble"
import { trouble as th } from "@/lib/i18n/th/trouble"
import { wordsIn } from "@/lib/i18n/words"
import { escapeHtml, plainHtml } from "./plain-html"
import { securityHeaders } from "./security-headers"

/** What a reader is told to quote: the beginning of the request's id, short enough for the telephone. */
export function referenceOf(requestId: string): string {
  return requestId.slice(0, 8).toUpperCase()
}

/**
 * The page of an unexpected failure, complete without JavaScript: in both languages, since the choice is worked out
 * later than this, with what to do and the reference under which the failure stands in the log.
 *
 * @param again where a second try begins; a form that failed is not sent again by a link
 */
export function failurePage(
  requestId: string,
  again: string,
): { headers: Record<string, string>; html: string } {
  const nonce = btoa(randomUUID())
  const reference = escapeHtml(referenceOf(requestId))
  const section = (w: Record<keyof typeof th, string>, lang: "th" | "en", heading: "h1" | "h2") =>
    `<section lang="${lang}"><${heading}>${escapeHtml(w.title)}</${heading}><p>${escapeHtml(w.body)}</p>
<p>${escapeHtml(w.reference)} <strong>${reference}</strong></p>
<p><a href="${escapeHtml(again)}">${escapeHtml(w.again)}</a><a href="/help">${escapeHtml(w.help)}</a></p></section>`
  const html = plainHtml({
    locale: "th",
    nonce,
    title: th.title,
    banner: wordsIn("th").ui.demoBanner,
    main: `${section(th, "th", "h1")}<hr>${section(en, "en", "h2")}`,
  })
  const headers = {
    ...securityHeaders({ nonce, path: "/" }),
    "content-type": "text/html; charset=utf-8",
    "content-length": String(Buffer.byteLength(html)),
    "cache-control": "no-store",
  }
  return { headers, html }
}
