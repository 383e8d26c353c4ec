import "server-only"
import { headers } from "next/headers"
import { currentLocale, wordsIn } from "@/lib/i18n/words"
import { escapeHtml, plainHtml } from "./plain-html"

/**
 * A page in plain HTML for answers that must have their own status (403, 413, 503), which React pages cannot give:
 * one sentence and a way on.
 */
export async function plainPage(
  status: number,
  sentence: string,
  options: { readonly back?: string; readonly retryAfterSeconds?: number } = {},
): Promise<Response> {
  const locale = await currentLocale()
  const { ui } = wordsIn(locale)
  const html = plainHtml({
    locale,
    nonce: (await headers()).get("x-nonce") ?? "",
    title: ui.answers.productName,
    banner: ui.demoBanner,
    main: `<h1>${escapeHtml(ui.answers.productName)}</h1>
<p role="alert">${escapeHtml(sentence)}</p><p><a href="${escapeHtml(options.back ?? "/")}">${escapeHtml(ui.answers.tryAgain)}</a></p>`,
  })
  const answer = new Headers({
    "content-type": "text/html; charset=utf-8",
    "cache-control": "no-store",
  })
  if (options.retryAfterSeconds) answer.set("retry-after", String(options.retryAfterSeconds))
  return new Response(html, { status, headers: answer })
}
