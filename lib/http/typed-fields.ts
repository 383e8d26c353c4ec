import "server-only"
import { decode, encode } from "next-auth/jwt"
import { z } from "zod"
import { required } from "@/lib/env"
import { readCookie, setCookie } from "./cookies"
import { currentSession } from "./current-session"

// What a person typed into a refused form comes back into its fields. It travels in a cookie, not in the
// address: encrypted like the session's (JWE), of use to that session (or to a browser without one) alone, and gone in minutes.

/** Seconds that typed fields are kept. */
const kept = 10 * 60

/** How much of each value is kept, in code points: as much as lets the whole form fit a cookie of 4 KB, encrypted. */
const lengths = [320, 160, 80, 40, 0]
const roomInBytes = 2600
const longestName = 120

const stored = z.object({
  form: z.string(),
  session: z.string(),
  fields: z.record(z.string(), z.string()),
})

/** The `Set-Cookie` line that keeps these fields of a form; never called with a password or a code. */
export async function typedCookie(form: string, fields: Readonly<Record<string, string>>): Promise<string> {
  const session = await currentSession()
  const cut = lengths.map((length) => cutTo(fields, length))
  const fitting = cut.find((one) => Buffer.byteLength(JSON.stringify(one)) <= roomInBytes) ?? {}
  const token = { form: form.slice(0, longestName), session: session?.id ?? "", fields: fitting }
  return setCookie("typed", await encode({ token, secret: required("SESSION_SECRET"), maxAge: kept }), kept)
}

/** What was typed into a form that was refused just now, or nothing. */
export async function typedFields(form: string): Promise<Readonly<Record<string, string>> | undefined> {
  const cookie = await readCookie("typed")
  if (!cookie) return undefined
  try {
    const claims = await decode({ token: cookie, secret: required("SESSION_SECRET") })
    const parsed = stored.safeParse(claims)
    const session = await currentSession()
    if (
      !parsed.success ||
      parsed.data.form !== form.slice(0, longestName) ||
      parsed.data.session !== (session?.id ?? "")
    )
      return undefined
    return parsed.data.fields
  } catch {
    return undefined
  }
}

function cutTo(fields: Readonly<Record<string, string>>, length: number): Record<string, string> {
  const cut = Object.entries(fields).map(([name, value]) => [name, [...value].slice(0, length).join("")])
  return Object.fromEntries(cut)
}
