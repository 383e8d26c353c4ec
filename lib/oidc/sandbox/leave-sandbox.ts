import "server-only"
import type { KoaContextWithOIDC } from "oidc-provider"
import { escapeHtml, plainHtml } from "@/lib/http/plain-html"
import { wordsIn } from "@/lib/i18n/words"
import { letLeadOn } from "../let-lead-on"
import { localeOf } from "../locale-of"
import { signOutForm, signOutFormId } from "../sign-out-pages"

/** The pages of a sign-out that a system on trial began (OpenID Connect RP-Initiated Logout 1.0). */
export const sandboxSignOutPages = {
  async logoutSource(ctx: KoaContextWithOIDC, form: string): Promise<void> {
    const { signOut } = wordsIn(localeOf(ctx)).sandbox
    show(
      ctx,
      signOut.title,
      `<p>${escapeHtml(signOut.lead)}</p>${form}
<p><button type="submit" form="${signOutFormId}" name="logout" value="yes">${escapeHtml(signOut.confirm)}</button></p>`,
    )
  },
  async postLogoutSuccessSource(ctx: KoaContextWithOIDC): Promise<void> {
    const { signOut } = wordsIn(localeOf(ctx)).sandbox
    show(ctx, signOut.done, `<p>${escapeHtml(signOut.doneLead)}</p>`)
  },
}

/** Shows the page of a sign-out where nobody is chosen too, which the library would send by a script, and lets it lead on. */
export async function leadOutOfSandbox(ctx: KoaContextWithOIDC, next: () => Promise<void>): Promise<void> {
  await next()
  if (ctx.oidc?.route !== "end_session" || ctx.status !== 200) return
  const { accountId, state } = ctx.oidc.session ?? {}
  if (!accountId) {
    const action = ctx.oidc.urlFor("end_session_confirm")
    await sandboxSignOutPages.logoutSource(ctx, signOutForm(action, String(state?.secret ?? "")))
  }
  letLeadOn(ctx, ctx.oidc.params?.post_logout_redirect_uri)
}

function show(ctx: KoaContextWithOIDC, title: string, main: string): void {
  const locale = localeOf(ctx)
  const { ui, sandbox } = wordsIn(locale)
  ctx.type = "html"
  ctx.body = plainHtml({
    locale,
    nonce: ctx.get("x-nonce"),
    title,
    banner: ui.demoBanner,
    main: `<h1>${escapeHtml(title)}</h1><p><strong>${escapeHtml(sandbox.mark)}</strong></p>${main}`,
  })
}
