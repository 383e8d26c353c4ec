import { type Answer, type Ask, leadTo, plain, type World } from "./exchange"
import { saying } from "./layout"
import { readLogoutToken } from "./logout-token"
import { type Attempt, isAccessDenied } from "./portal"
import { hashOf, seal, unseal } from "./seal"
import type { Session } from "./sessions"

/** Cookies carry the prefix that ties them to this host alone wherever there is TLS (RFC 6265bis §4.1.3). */
function cookie({ settings }: World, name: string, value: string, seconds?: number): string {
  const isSecure = settings.origin.startsWith("https:")
  const age = seconds === undefined ? "" : `; Max-Age=${seconds}`
  return `${cookieName(settings.origin, name)}=${value}; Path=/; HttpOnly; SameSite=Lax${isSecure ? "; Secure" : ""}${age}`
}

/** Name of a cookie of ours. */
export function cookieName(origin: string, name: string): string {
  return `${origin.startsWith("https:") ? "__Host-" : ""}info-${name}`
}

/** One cookie an attempt, so that a sign-in in a second tab does not spoil the first. */
const attemptName = (state: string) => `in-${hashOf(state).toString("hex").slice(0, 12)}`

/** Sends the browser to the portal to sign in; where it came from is kept for the way back. */
export async function beginSignIn(world: World, ask: Ask): Promise<Answer> {
  const wanted = ask.url.searchParams.get("to") ?? "/"
  const to = /^\/(?![/\\])[\w/?=&.-]*$/.test(wanted) ? wanted : "/"
  try {
    const { address, attempt } = await world.portal.begin(to, ask.now)
    const sealed = seal(world.settings.key, "attempt", attempt).toString("base64url")
    return leadTo(address, [cookie(world, attemptName(attempt.state), sealed, 600)])
  } catch {
    return silent(world, ask)
  }
}

function silent(world: World, ask: Ask): Answer {
  return saying(world, ask, {
    status: 503,
    text: ask.w.pages.portalSilent,
    on: [["/sign-in", ask.w.pages.again]],
  })
}

/** Takes somebody in who comes back from the portal. */
export async function finishSignIn(world: World, ask: Ask): Promise<Answer> {
  const name = attemptName(ask.url.searchParams.get("state") ?? "")
  const sealed = ask.cookies.get(cookieName(world.settings.origin, name)) ?? ""
  const attempt = unseal(world.settings.key, "attempt", Buffer.from(sealed, "base64url")) as
    | Attempt
    | undefined
  const startAgain = () =>
    saying(world, ask, { status: 400, text: ask.w.pages.startAgain, on: [["/sign-in", ask.w.signIn]] })
  if (!attempt || attempt.until < ask.now.getTime()) return startAgain()
  try {
    const one = await world.portal.finish(ask.url.search, attempt)
    const id = await world.sessions.open(one, ask.now)
    if (!id) return startAgain()
    const cookies = [cookie(world, "session", id), cookie(world, name, "", 0)]
    if (!ask.cookies.has(cookieName(world.settings.origin, "language")))
      cookies.push(cookie(world, "language", one.locale, 31_536_000))
    return leadTo(attempt.to, cookies)
  } catch (error) {
    if (!isAccessDenied(error)) {
      // what is logged names the fault, never what came with it
      const code = error instanceof Error && "code" in error ? String(error.code) : "fault"
      process.stderr.write(`info: a sign-in came to nothing: ${code}\n`)
      return startAgain()
    }
    const why = `${new URL(world.settings.issuer).origin}/why?system=INFO`
    const on = [[why, ask.w.pages.why]] as const
    return saying(world, ask, { status: 403, text: ask.w.pages.notLetIn, on })
  }
}

/** Ends the session here, and then at the portal. */
export async function signOut(world: World, _ask: Ask, session: Session | undefined): Promise<Answer> {
  const gone = [cookie(world, "session", "", 0)]
  if (!session) return leadTo("/", gone)
  await world.sessions.end(session)
  const next = await world.portal.endAddress(session.tokens.id).catch(() => "/signed-out")
  return leadTo(next, gone)
}

const noStore = { "cache-control": "no-store" }

/** The portal says that somebody signed out or may not work any more (OpenID Connect Back-Channel Logout 1.0 §2.5). */
export async function takeLogout(world: World, ask: Ask): Promise<Answer> {
  const refused = (why: string) =>
    plain(400, JSON.stringify({ error: "invalid_request", error_description: why }), {
      ...noStore,
      "content-type": "application/json",
    })
  const token = ask.form.getAll("logout_token")
  if (token.length !== 1) return refused("one logout_token is wanted")
  const { issuer, clientId } = world.settings
  const keys = await world.portal.keys()
  try {
    const logout = await readLogoutToken(token[0] ?? "", keys, { issuer, clientId, now: ask.now })
    if (!(await world.sessions.endBy(logout))) return refused("this logout token has come before")
  } catch {
    return refused("this is no logout token for here")
  }
  return plain(200, "", noStore)
}
