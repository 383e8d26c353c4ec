import { type NextRequest, NextResponse } from "next/server"
import { chosenLanguage, headersFor } from "@/lib/http/headers-for"
import { isHttps } from "@/lib/http/security-headers"
import { defaultLocale, parseLocale } from "@/lib/i18n/locale"

// `/api/` is dressed before Next sees it (lib/http/dress-api.ts).
export const config = { matcher: "/((?!api/).*)" }

/** Sets headers and language on every answer; it guards nothing (house style §4). */
export function proxy(request: NextRequest): NextResponse {
  const { pathname: path, search, searchParams } = request.nextUrl
  const asked = parseLocale(searchParams.get("lang"))
  const locale = asked ?? parseLocale(request.cookies.get(chosenLanguage)?.value) ?? defaultLocale
  const { told, answer } = headersFor({ path, search, locale })
  const headers = new Headers(request.headers)
  for (const [name, value] of Object.entries(told)) headers.set(name, value)
  const response = NextResponse.next({ request: { headers } })
  for (const [name, value] of Object.entries(answer)) response.headers.set(name, value)
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
