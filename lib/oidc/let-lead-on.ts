import "server-only"
import type { KoaContextWithOIDC } from "oidc-provider"

/** Lets the form of a page lead on to a registered address of a system, which browsers hold to the policy of forms. */
export function letLeadOn(ctx: KoaContextWithOIDC, to: unknown): void {
  if (typeof to !== "string" || !URL.canParse(to)) return
  const policy = String(ctx.response.get("content-security-policy"))
  if (policy)
    ctx.set("content-security-policy", policy.replace("form-action 'self'", `$& ${new URL(to).origin}`))
}
