import "server-only"
import { headers } from "next/headers"
import { currentLocale, wordsIn } from "@/lib/i18n/words"

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
<title>${escapeHtml(w.ui.answers.productName)}</title><style nonce="${escapeHtml(nonce)}">
:root{color-scheme:light dark}body{font:17px/1.65 Sarabun,"Noto Sans Thai",sans-serif;max-width:36rem;margin:10vh auto;padding:0 16px}
a{display:inline-block;padding:10px 0}</style></head><body><main><h1>${escapeHtml(w.ui.answers.productName)}</h1>
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
