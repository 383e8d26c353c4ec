import "server-only"
import type Provider from "oidc-provider"
import type { errors, KoaContextWithOIDC } from "oidc-provider"
import { wasLate } from "@/db/queries/oidc"
import type { Database } from "@/db/types"
import { type Heard, noteRequest } from "@/lib/clients/note-request"
import { problemOf } from "@/lib/clients/problem-of"
import { log } from "@/lib/log"
import { idHashOf } from "./id-hash"

type Endpoint = Heard["endpoint"]
type Refusal = Pick<errors.OIDCProviderError, "error" | "error_description" | "error_detail">

const text = (value: unknown) => (typeof value === "string" ? value : "")

/**
 * Tells the console what was right or wrong about each client's requests. It waits for nothing and fails nothing: what
 * can't be noted is left out.
 */
export function hearRequests(
  provider: Provider,
  { db, clock }: { readonly db: Database; readonly clock: () => Date },
): void {
  const note = (heard: Heard, closer?: () => Promise<Heard>) => {
    noteRequest(db, heard, clock(), closer).catch(() =>
      log.warn({ client: heard.clientId }, "oidc: request not noted"),
    )
  }
  const right = (endpoint: Endpoint) => (ctx: KoaContextWithOIDC) => {
    const clientId = ctx.oidc.client?.clientId
    if (clientId) note({ clientId, endpoint, outcome: "ok", ...asked(ctx, endpoint) })
  }
  const wrong = (endpoint: Endpoint) => (ctx: KoaContextWithOIDC, refusal: Refusal) => {
    const clientId = ctx.oidc.client?.clientId
    if (!clientId) return
    const params = ctx.oidc.params ?? {}
    const outcome = problemOf({
      error: text(refusal.error),
      description: text(refusal.error_description),
      detail: text(refusal.error_detail),
      isRefresh: params.grant_type === "refresh_token",
      provesItself: Boolean(ctx.headers.authorization ?? params.client_secret ?? params.client_assertion),
    })
    const isAddress = outcome === "redirect-unknown" || outcome === "redirect-differs"
    const given = isAddress ? text(params.redirect_uri) : undefined
    const heard = { clientId, endpoint, outcome, given, ...asked(ctx, endpoint) }
    if (outcome !== "code-unknown") return note(heard)
    // a code that is over is not found at all; its row says whether it was there
    const code = { idHash: idHashOf(text(params.code)), clientId }
    note(heard, async () => ((await wasLate(db, code, clock())) ? { ...heard, outcome: "code-late" } : heard))
  }
  provider.on("authorization.success", right("auth"))
  provider.on("authorization.error", wrong("auth"))
  provider.on("pushed_authorization_request.success", right("par"))
  provider.on("pushed_authorization_request.error", wrong("par"))
  provider.on("grant.success", right("token"))
  provider.on("grant.error", wrong("token"))
  provider.on("end_session.success", right("logout"))
  provider.on("end_session.error", wrong("logout"))
  // the library tells of no userinfo that went well
  provider.use(async (ctx, next) => {
    await next()
    const heard = ctx as unknown as Partial<KoaContextWithOIDC>
    if (heard.oidc?.route === "userinfo" && ctx.status === 200) right("userinfo")(heard as KoaContextWithOIDC)
  })
}

/** Whether a request to sign in came with what guards it. */
function asked(ctx: KoaContextWithOIDC, endpoint: Endpoint) {
  if (endpoint !== "auth") return {}
  const { state, nonce } = ctx.oidc.params ?? {}
  return { hasState: Boolean(state), hasNonce: Boolean(nonce) }
}
