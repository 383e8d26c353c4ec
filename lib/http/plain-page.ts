import "server-only"
import { headers } from "next/headers"
import { currentLocale, wordsIn } from "@/lib/i18n/words"
import { isDemonstration } from "./demonstration"

// The tokens of app/globals.css that one sentence needs; the built style sheet's address is not known here.
const style = `:root{color-scheme:light dark;--ink:#0c1e22;--paper:#faf9f6;--jade:#00664f;--soft:#fff0d1}
@media(prefers-color-scheme:dark){:root{--ink:#e0e9ea;--paper:#0d181b;--jade:#61cfae;--soft:#3e2b12}}
body{margin:0;background:var(--paper);color:var(--ink);font:17px/1.65 Sarabun,"Noto Sans Thai",sans-serif}
aside{background:var(--soft);text-align:center;padding:4px 16px;font-size:.9rem}main{max-width:36rem;margin:8vh auto;padding:0 16px}
h1{font-size:1.45rem;line-height:1.35}a{display:inline-block;padding:10px 0;color:var(--jade);text-underline-offset:.22em}
:focus-visible{outline:3px solid var(--jade);outline-offset:2px}`

/**
 * A page in plain HTML for answers that must have their own status (403, 413, 503), which React pages cannot give:
 * one sentence and a way on. Styled by a nonce, so that the content security policy holds here too.
 */
export async function plainPage(
  status: number,
  sentence: string,
  options: { readonly back?: string; readonly retryAfterSeconds?: number } = {},
): Promise<Response> {
  const locale = await currentLocale()
  const w = wordsIn(locale)
  const nonce = (await headers()).get("x-nonce") ?? ""
  const html = `<!doctype html><html lang="${locale}"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1"><meta name="robots" content="noindex">
<title>${escapeHtml(w.ui.answers.productName)}</title><style nonce="${escapeHtml(nonce)}">${style}</style></head>
<body>${isDemonstration() ? `<aside>${escapeHtml(w.ui.demoBanner)}</aside>` : ""}<main><h1>${escapeHtml(w.ui.answers.productName)}</h1>
<p role="alert">${escapeHtml(sentence)}</p><p><a href="${escapeHtml(options.back ?? "/")}">${escapeHtml(w.ui.answers.tryAgain)}</a></p></main></body></html>`
  const answer = new Headers({
    "content-type": "text/html; charset=utf-8",
    "cache-control": "no-store",
  })
  if (options.retryAfterSeconds) answer.set("retry-after", String(options.retryAfterSeconds))
  return new Response(html, { status, headers: answer })
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (c) => `&#${c.codePointAt(0)};`)
}
