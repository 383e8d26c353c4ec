import "server-only"
import type { KoaContextWithOIDC } from "oidc-provider"
import { escapeHtml, plainHtml } from "@/lib/http/plain-html"
import { wordsIn } from "@/lib/i18n/words"
import { localeOf } from "./locale-of"
import { portalSession } from "./portal-session"

/** The id of the library's form of a sign-out, which has no button. */
export const signOutFormId = "op.logoutForm"

/** The pages of a sign-out that a system began (OpenID Connect RP-Initiated Logout 1.0). */
export const signOutPages = {
  /** Asks whether to sign out; `form` is the library's own, without a button. */
  async logoutSource(ctx: KoaContextWithOIDC, form: string): Promise<void> {
    const { atSystems } = wordsIn(localeOf(ctx)).sessions
    // who is signed in nowhere any more only goes on, back to the system
    const isOver = !portalSession()
    const main = `<h1>${escapeHtml(isOver ? atSystems.done : atSystems.title)}</h1>
<p>${escapeHtml(isOver ? atSystems.over : atSystems.lead)}</p>${form}
<p><button type="submit" form="${signOutFormId}" name="logout" value="yes">${escapeHtml(isOver ? atSystems.goOn : atSystems.confirm)}</button></p>
${isOver ? "" : `<p><a href="/portal">${escapeHtml(atSystems.stay)}</a></p>`}`
    show(ctx, isOver ? atSystems.done : atSystems.title, main)
  },
  /** Says that it is done, where the system named no address to go back to. */
  async postLogoutSuccessSource(ctx: KoaContextWithOIDC): Promise<void> {
    const { atSystems } = wordsIn(localeOf(ctx)).sessions
    const main = `<h1>${escapeHtml(atSystems.done)}</h1><p>${escapeHtml(atSystems.doneLead)}</p>
<p><a href="/login">${escapeHtml(atSystems.again)}</a></p>`
    show(ctx, atSystems.done, main)
  },
}

/** The library's form of a sign-out, for the one case in which it would send it by a script. */
export function signOutForm(action: string, xsrf: string): string {
  return `<form id="${signOutFormId}" method="post" action="${escapeHtml(action)}"><input type="hidden" name="xsrf" value="${escapeHtml(xsrf)}"/></form>`
}

function show(ctx: KoaContextWithOIDC, title: string, main: string): void {
  const locale = localeOf(ctx)
  const banner = wordsIn(locale).ui.demoBanner
  ctx.type = "html"
  ctx.body = plainHtml({ locale, nonce: ctx.get("x-nonce"), title, banner, main })
}
