import "server-only"
import { redirect } from "next/navigation"
import type { LiveSession } from "@/lib/sessions/live-session"
import { dutiesVersion } from "@/lib/sessions/rules"
import { currentSession } from "./current-session"

/** The session of a signed-in page, or off to the front door, which leads back here. */
export async function requireSession(path: string): Promise<LiveSession> {
  const session = await requireAnySession(path)
  if (session.mustChangePassword) redirect("/account/password?must=1")
  return session
}

/** The same for the change of password, which is all that opens to who must change it. */
export async function requireAnySession(path: string): Promise<LiveSession> {
  const session = await currentSession()
  if (!session) redirect(`/login?${new URLSearchParams({ returnTo: path })}`)
  return session
}

/** The same for a page of a console, whose gate wants a strong factor of who has power there. */
export async function requireConsole(path: string): Promise<LiveSession> {
  const session = await requireReadySession(path)
  const { gate } = session
  if (gate?.hasCome && !gate.isStrong)
    redirect(`/portal/strong-factor?${new URLSearchParams({ returnTo: path })}`)
  return session
}

/** The same for every page but the portal's own, which shows the duties of use until they are accepted. */
export async function requireReadySession(path: string): Promise<LiveSession> {
  const session = await requireSession(path)
  if (session.dutiesVersion !== dutiesVersion) redirect(`/portal?${new URLSearchParams({ returnTo: path })}`)
  return session
}
