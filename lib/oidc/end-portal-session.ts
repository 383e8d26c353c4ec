import "server-only"
import type { KoaContextWithOIDC } from "oidc-provider"
import type { Database } from "@/db/types"
import { clearCookie } from "@/lib/http/cookies"
import { execute } from "@/lib/kernel/execute"
import type { LiveSession } from "@/lib/sessions/live-session"
import { signOut } from "@/lib/sessions/sign-out"
import { letLeadOn } from "./let-lead-on"
import { asking, wholePortalSession } from "./portal-session"
import { signOutForm, signOutPages } from "./sign-out-pages"

type Parts = { readonly db: Database; readonly clock: () => Date }

/**
 * Has a sign-out that a system began end the portal's session too, by the portal's own command; from there all systems
 * are told. The page that asks may lead on to the system's address, which browsers hold to the policy of forms.
 */
export function endPortalSession(parts: Parts) {
  return async (ctx: KoaContextWithOIDC, next: () => Promise<void>): Promise<void> => {
    await next()
    if (ctx.oidc?.route === "end_session" && ctx.status === 200) {
      // the library would send its form by a script, which asks nobody and knows nothing of the portal's session
      const { accountId, state } = ctx.oidc.session ?? {}
      if (!accountId) {
        const action = ctx.oidc.urlFor("end_session_confirm")
        await signOutPages.logoutSource(ctx, signOutForm(action, String(state?.secret ?? "")))
      }
      letLeadOn(ctx, ctx.oidc.params?.post_logout_redirect_uri)
    }
    if (ctx.oidc?.route === "end_session_confirm" && ctx.oidc.params?.logout && ctx.status === 303)
      await endFor(ctx, parts)
  }
}

/** Where the provider's session was another person's, the one at hand has just signed in and goes on. */
async function endFor(ctx: KoaContextWithOIDC, parts: Parts): Promise<void> {
  const session = wholePortalSession()
  const known = ctx.oidc.session?.accountId
  if (!session || (known && known !== session.accountId)) return
  const requestId = asking()?.requestId ?? "unknown"
  await execute(signOut, { db: parts.db, actor: actorOf(session), now: parts.clock(), requestId }, {})
  ctx.append("set-cookie", [clearCookie("session"), clearCookie("flow")])
}

function actorOf({ id, accountId, seats, roles }: LiveSession) {
  return { kind: "account", accountId, sessionId: id, seats, roles } as const
}
