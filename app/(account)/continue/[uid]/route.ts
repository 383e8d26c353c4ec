import { headers } from "next/headers"
import { pathSegment } from "@/lib/http/path-segment"
import { plainPage } from "@/lib/http/plain-page"
import { requestContext } from "@/lib/http/request-context"
import { requireReadySession } from "@/lib/http/require-session"
import { runCommand } from "@/lib/http/run-command"
import { runRead } from "@/lib/http/run-read"
import { leaveFor, seeOther } from "@/lib/http/see-other"
import { currentLocale, wordsIn } from "@/lib/i18n/words"
import { askedHere } from "@/lib/oidc/asked-here"
import { grantFor, wayIn } from "@/lib/oidc/enter"
import { getDoor } from "@/lib/oidc/get-door"
import { signInAt } from "@/lib/oidc/sign-in-at"
import { whatIsOwed } from "@/lib/oidc/what-is-owed"

type At = { readonly params: Promise<{ readonly uid: string }> }

/**
 * Where a connected system's sign-in passes through the portal: whoever is signed in, surely and freshly enough, goes on
 * to it; others do first what is missing, and come back here.
 */
export async function GET(_request: Request, { params }: At): Promise<Response> {
  const { uid } = await params
  const here = `/continue/${pathSegment(uid, 64)}`
  const session = await requireReadySession(here)
  const sent = await headers()
  const asked = await askedHere(sent, uid)
  const w = wordsIn(await currentLocale())
  if (!asked) return plainPage(400, w.systems.startAgain, { back: "/portal" })
  if (whatIsOwed(asked, session, (await requestContext()).now)) {
    return seeOther(`/step-up?${new URLSearchParams({ returnTo: here })}`)
  }
  const door = await runRead(getDoor, { clientId: asked.clientId })
  if (!door.ok) return plainPage(400, w.systems.startAgain, { back: "/portal" })
  const { memberships, systemCode } = door.value
  const [membershipId, ...others] = memberships
  if (!membershipId) return seeOther(`/why?${new URLSearchParams({ system: systemCode })}`)
  if (others.length > 0) return seeOther(`${here}/unit`)
  const grantId = await grantFor(asked, session.accountId)
  const result = await runCommand(signInAt, { clientId: asked.clientId, grantId, membershipId })
  if (!result.ok) return seeOther(`/why?${new URLSearchParams({ system: systemCode })}`)
  return leaveFor(await wayIn(sent, session, grantId), [])
}
