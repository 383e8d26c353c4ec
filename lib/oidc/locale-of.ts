import "server-only"
import type { KoaContextWithOIDC } from "oidc-provider"
import { defaultLocale, type Locale, localeHeader, parseLocale } from "@/lib/i18n/locale"

/**
 * The language of a page of the provider: what the system asked for (`ui_locales`, OpenID Connect Core 1.0 §3.1.2.1),
 * else what the person chose at the portal, which tells it by a header.
 */
export function localeOf(ctx: KoaContextWithOIDC): Locale {
  const asked = ctx.oidc?.params?.ui_locales
  const wished = typeof asked === "string" ? asked.split(" ") : []
  const known = wished.map((one) => parseLocale(one.slice(0, 2))).find((one) => one !== undefined)
  return known ?? parseLocale(ctx.get(localeHeader)) ?? defaultLocale
}
