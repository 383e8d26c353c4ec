import "server-only"
import { interactionPolicy, type KoaContextWithOIDC } from "oidc-provider"
import { isTooWeak } from "../rules"

const { base, Check, Prompt } = interactionPolicy

/**
 * What sends a builder's browser to the choice of an invented user before a system gets its code: the same as for real
 * people, and whoever was chosen for another system, or is no invented user of this one any more.
 */
export function sandboxPolicy() {
  const policy = base()
  const login = policy.get("login")
  const known = (ctx: KoaContextWithOIDC) => Boolean(ctx.oidc.session?.accountId)
  login?.checks.add(
    new Check(
      "nobody_of_this_system",
      "no invented user of this system is chosen",
      "login_required",
      (ctx) => known(ctx) && !ctx.oidc.account,
    ),
  )
  login?.checks.add(
    new Check("acr_too_low", "a surer sign-in is asked for", "login_required", (ctx) => {
      const { session, params, client } = ctx.oidc
      return known(ctx) && isTooWeak(session?.acr, params?.acr_values, client?.defaultAcrValues)
    }),
  )
  policy.add(new Prompt({ name: "select_account", requestable: true }), 0)
  return policy
}
