import "server-only"
import { headers } from "next/headers"
import { formatDateTime } from "@/lib/i18n/dates"
import { currentLocale, wordsIn } from "@/lib/i18n/words"
import { escapeHtml, plainHtml } from "./plain-html"

type Slip = {
  readonly number: string
  readonly secret: string
  /** The code that leads to the status page; trusted SVG. */
  readonly svg: string
  /** The request has just been sent; else only the secret is new. */
  readonly isSent: boolean
  readonly onward: "/register/done" | "/register/check"
}

/**
 * Number and secret in the answer to the very POST that made them, as a page that prints on A4: so the secret stands in no
 * cookie, no address and no row, and loading the page again does not bring it back.
 */
export async function registrationSlipPage(slip: Slip): Promise<Response> {
  const locale = await currentLocale()
  const { ui, registration } = wordsIn(locale)
  const s = registration.slip
  const text = escapeHtml
  const title = slip.isSent ? s.title : s.keepTitle
  const secret = (slip.secret.match(/.{1,4}/g) ?? []).join("-")
  const fact = (name: string, value: string) =>
    `<dt>${text(name)}</dt><dd><code translate="no">${text(value)}</code></dd>`
  const html = plainHtml({
    locale,
    nonce: (await headers()).get("x-nonce") ?? "",
    title: `${title} · ${ui.answers.productName}`,
    banner: ui.demoBanner,
    main: `<h1>${text(title)}</h1>
${slip.isSent ? `<p role="status">${text(s.sent)}</p>` : ""}<p><strong>${text(s.lead)}</strong></p>
<dl class="slip">${fact(s.number, slip.number)}${fact(s.secret, secret)}</dl>
<figure class="qr">${slip.svg}<figcaption>${text(s.qr)}</figcaption></figure>
<p>${text(s.made(formatDateTime(new Date(), locale)))}</p><p>${text(s.replaces)} ${text(s.warn)}</p>
<p class="unprinted">${text(s.print)}</p>
<p class="unprinted"><a href="${slip.onward}">${text(s.onward)}</a></p>`,
  })
  const answer = new Headers({ "content-type": "text/html; charset=utf-8", "cache-control": "no-store" })
  return new Response(html, { status: 200, headers: answer })
}
