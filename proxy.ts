import { type NextRequest, NextResponse } from "next/server"
import { isHttps, securityHeaders } from "@/lib/http/security-headers"
import { defaultLocale, localeCookie, localeHeader, parseLocale } from "@/lib/i18n/locale"

// Over https bound to this very host, as all cookies of the portal (lib/http/cookies.ts).
const chosenLanguage = isHttps() ? `__Host-${localeCookie}` : localeCookie

/** Sets headers and language on every answer; it guards nothing (house style §4). */
export function proxy(request: NextRequest): NextResponse {
  const nonce = btoa(crypto.randomUUID())
  const asked = parseLocale(request.nextUrl.searchParams.get("lang"))
  const locale = asked ?? parseLocale(request.cookies.get(chosenLanguage)?.value) ?? defaultLocale
  const answerHeaders = securityHeaders({ nonce, path: request.nextUrl.pathname })
  const headers = new Headers(request.headers)
  headers.set(localeHeader, locale)
  headers.set("x-nonce", nonce)
  headers.set("x-path", request.nextUrl.pathname + request.nextUrl.search)
  headers.set("content-security-policy", answerHeaders["content-security-policy"] ?? "")
  const response = NextResponse.next({ request: { headers } })
  for (const [name, value] of Object.entries(answerHeaders)) response.headers.set(name, value)
  if (asked) {
    response.cookies.set(chosenLanguage, asked, {
      path: "/",
      secure: isHttps(),
      maxAge: 31_536_000,
      sameSite: "lax",
      httpOnly: true,
    })
  }
  return response
}
