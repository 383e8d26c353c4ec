import "server-only"
import { headers } from "next/headers"
import { currentLocale, wordsIn } from "@/lib/i18n/words"
import { escapeHtml, plainHtml } from "./plain-html"

/** Words of a page of secrets; `lines` are the secrets themselves. */
type ShownOnce = {
  readonly title: string
  readonly lead: string
  readonly made: string
  readonly lines: readonly string[]
  readonly hint: string
  readonly onward: { readonly href: string; readonly label: string }
}

/**
 * Secrets in the answer to the very POST that made them, in plain HTML that can be printed: so they stand in no cookie,
 * no address and no row, and loading the page again does not bring them back.
 */
export async function shownOncePage(page: ShownOnce, cookies: readonly string[]): Promise<Response> {
  const locale = await currentLocale()
  const { ui } = wordsIn(locale)
  const lines = page.lines.map((line) => `<li><code translate="no">${escapeHtml(line)}</code></li>`).join("")
  const html = plainHtml({
    locale,
    nonce: (await headers()).get("x-nonce") ?? "",
    title: `${page.title} · ${ui.answers.productName}`,
    banner: ui.demoBanner,
    main: `<h1>${escapeHtml(page.title)}</h1><p>${escapeHtml(page.lead)}</p><p>${escapeHtml(page.made)}</p>
<ol class="codes">${lines}</ol><p class="unprinted">${escapeHtml(page.hint)}</p>
<p class="unprinted"><a href="${escapeHtml(page.onward.href)}">${escapeHtml(page.onward.label)}</a></p>`,
  })
  const answer = new Headers({ "content-type": "text/html; charset=utf-8", "cache-control": "no-store" })
  for (const cookie of cookies) answer.append("set-cookie", cookie)
  return new Response(html, { status: 200, headers: answer })
}
