import "server-only"
import type { ErrorOut, KoaContextWithOIDC } from "oidc-provider"
import { escapeHtml, plainHtml } from "@/lib/http/plain-html"
import { wordsIn } from "@/lib/i18n/words"
import { localeOf } from "./locale-of"

/**
 * The page of a request that leads back to no system, because it named none that is known or a false address. The code
 * is the standard's own (RFC 6749 §4.1.2.1), for those who run the system; nothing that the request brought is shown.
 */
export function errorPage(ctx: KoaContextWithOIDC, { error }: ErrorOut): void {
  const locale = localeOf(ctx)
  const { systems, ui } = wordsIn(locale)
  const { door } = systems
  ctx.type = "html"
  ctx.body = plainHtml({
    locale,
    nonce: ctx.get("x-nonce"),
    title: door.cannot,
    banner: ui.demoBanner,
    main: `<h1>${escapeHtml(door.cannot)}</h1><p role="alert">${escapeHtml(door.cannotBody)}</p>
<p>${escapeHtml(door.cannotCode(error))}</p><p><a href="/portal">${escapeHtml(door.toPortal)}</a></p>`,
  })
}
