import "server-only"
import { headers } from "next/headers"
import { currentLocale, wordsIn } from "@/lib/i18n/words"
import { escapeHtml, plainHtml } from "./plain-html"

/**
 * A page that leads on at once to another site. Browsers hold every redirect that answers a form to the form's own
 * `form-action` (CSP 3 §6.4.1), which cannot name all connected systems; a page of its own begins anew.
 *
 * @param address out of our own configuration, never one that a request brought
 */
export async function passOn(
  address: string,
  name: string,
  cookies: readonly string[] = [],
): Promise<Response> {
  const locale = await currentLocale()
  const { systems, ui } = wordsIn(locale)
  const target = escapeHtml(address)
  const html = plainHtml({
    locale,
    nonce: (await headers()).get("x-nonce") ?? "",
    title: systems.door.passing(name),
    banner: ui.demoBanner,
    main: `<h1>${escapeHtml(systems.door.passing(name))}</h1>
<p><a href="${target}">${escapeHtml(systems.door.passHere)}</a></p>`,
  })
  const answer = new Headers({
    "content-type": "text/html; charset=utf-8",
    "cache-control": "no-store",
    refresh: `0;url=${address}`,
  })
  for (const cookie of cookies) answer.append("set-cookie", cookie)
  return new Response(html, { status: 200, headers: answer })
}
