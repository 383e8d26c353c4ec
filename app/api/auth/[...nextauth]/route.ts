import NextAuth from "next-auth"
import { authOptions } from "@/lib/http/auth-options"

type Where = { params: Promise<{ nextauth: string[] }> }

/**
 * Only “who is signed in” is answered here. Signing in and out are the portal's own, and the cookie is written at
 * sign-in alone, so what next-auth would set is dropped.
 */
export async function GET(request: Request, where: Where): Promise<Response> {
  const { nextauth } = await where.params
  if (nextauth.join("/") !== "session") return new Response(null, { status: 404 })
  const answer: Response = await NextAuth(authOptions())(request, where)
  const headers = new Headers(answer.headers)
  headers.delete("set-cookie")
  headers.set("cache-control", "no-store")
  return new Response(answer.body, { status: answer.status, headers })
}
