import type { Answer, Ask } from "./exchange"
import { page } from "./exchange"
import { html, type Markup } from "./html"
import { wordsOf } from "./words"

/** Nothing from elsewhere, nothing inline: markup, one style sheet, one script, the fonts, the QR. */
export const contentPolicy = [
  "default-src 'none'",
  "style-src 'self'",
  "script-src 'self'",
  "img-src 'self'",
  "font-src 'self'",
  "connect-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join("; ")

type Sheet = {
  readonly status?: number
  readonly title: string
  readonly body: Markup
  /** Where the page goes on by itself; `script` does it better where there is one. */
  readonly refresh?: { readonly seconds: number; readonly to: string; readonly isAlways?: boolean }
  readonly isPolling?: boolean
  readonly isWide?: boolean
  /** Address of this page in the other language, its `lang` left out. */
  readonly here?: string
}

/** A page of the sandbox: the mark of a simulation stands on every one. */
export function sheet(ask: Ask, { status = 200, title, body, here = ask.path, ...rest }: Sheet): Answer {
  const { language, words } = wordsOf(ask.query)
  const other = language === "th" ? "en" : "th"
  const { refresh } = rest
  const meta = refresh && html`<meta http-equiv="refresh" content="${refresh.seconds};url=${refresh.to}">`
  const markup = html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>[${words.mark}] ${title}</title>
<link rel="stylesheet" href="/sandbox/style.css">
<link rel="stylesheet" href="/sandbox/parts.css">
<link rel="icon" href="/sandbox/icon.svg">
${meta ? (refresh?.isAlways ? meta : html`<noscript>${meta}</noscript>`) : null}
${rest.isPolling ? html`<script src="/sandbox/poll.js" defer></script>` : null}
</head>
<body>
<header class="bar"><p><strong class="mark">${words.mark}</strong> <span>${words.notice}</span></p>
<a href="${here}?lang=${other}" lang="${other}" hreflang="${other}">${words.other}</a></header>
<main class="${rest.isWide ? "wide" : "narrow"}">
${body}
</main>
</body>
</html>`
  return page(status, markup, { "content-language": language })
}

/** A page that only says something. */
export function saying(ask: Ask, status: number, title: string, why: string): Answer {
  return sheet(ask, { status, title, body: html`<h1>${title}</h1><p>${why}</p>` })
}
