import "server-only"
import { interactionPolicy, type KoaContextWithOIDC } from "oidc-provider"
import type { Database } from "@/db/types"
import { answersAtDoor } from "@/lib/systems/roles-at-door"
import { bearerOfGrant } from "./account"
import { portalSession } from "./portal-session"
import { isTooWeak } from "./rules"

const { base, Check, Prompt } = interactionPolicy

/**
 * What sends a browser to the portal's own pages before a system gets its code. The portal's session is the one truth:
 * the provider's own session is of use only while it tells of the same person, as surely known as that one is.
 */
export function portalPolicy(db: Database, clock: () => Date) {
  const policy = base()
  const login = policy.get("login")
  const askedAgain = (
    name: string,
    why: string,
    check: (ctx: KoaContextWithOIDC) => boolean | Promise<boolean>,
  ) => login?.checks.add(new Check(name, why, "login_required", check))
  const known = (ctx: KoaContextWithOIDC) => ctx.oidc.session?.accountId
  askedAgain(
    "portal_session_gone",
    "the portal's session is over",
    (ctx) => Boolean(known(ctx)) && portalSession()?.accountId !== known(ctx),
  )
  askedAgain(
    "account_gone",
    "the account can sign in nowhere",
    (ctx) => Boolean(known(ctx)) && !ctx.oidc.account,
  )
  askedAgain("acr_too_low", "a surer sign-in is asked for", (ctx) => {
    const { session, params, client } = ctx.oidc
    return Boolean(known(ctx)) && isTooWeak(session?.acr, params?.acr_values, client?.defaultAcrValues)
  })
  askedAgain("grant_gone", "what was granted rests on a session that is over", async (ctx) => {
    const grantId = ctx.oidc.entities.Grant?.jti
    if (!(known(ctx) && grantId)) return false
    const bearer = await bearerOfGrant(db, grantId, clock())
    if (!bearer || bearer.accountId !== known(ctx) || bearer.sessionId !== portalSession()?.id) return true
    return answersAtDoor(bearer.held, clock()).open.length === 0
  })
  // asked for by name, it always leads to the portal's pages; they know what there is to choose
  policy.add(new Prompt({ name: "select_account", requestable: true }), 0)
  return policy
}
