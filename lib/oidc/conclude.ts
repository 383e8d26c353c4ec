import "server-only"
import type { IncomingMessage, ServerResponse } from "node:http"
import type Provider from "oidc-provider"
import type { LiveSession } from "@/lib/sessions/live-session"
import { authTimeOf } from "./portal-session"

/** What a system asked for, as the pages between show and judge it. */
export type Asked = {
  readonly uid: string
  readonly clientId: string
  readonly reasons: readonly string[]
  readonly acrValues: readonly string[]
  readonly maxAge: number | undefined
  /** `prompt=login`: who is signed in proves himself anew. */
  readonly wantsFresh: boolean
  /** When the system sent the browser, in seconds. */
  readonly askedAt: number
  readonly scopes: readonly string[]
}

const words = (text: unknown) => (typeof text === "string" ? text.split(" ").filter(Boolean) : [])

/** What the browser's request for a system still waits for. Throws where the browser has no such request. */
export async function askedOf(
  provider: Provider,
  { req, res }: { readonly req: IncomingMessage; readonly res: ServerResponse },
): Promise<Asked> {
  const { uid, params, prompt, iat } = await provider.interactionDetails(req, res)
  return {
    uid,
    clientId: String(params.client_id),
    reasons: prompt.reasons,
    acrValues: words(params.acr_values),
    maxAge: typeof params.max_age === "number" ? params.max_age : undefined,
    wantsFresh: words(params.prompt).includes("login"),
    askedAt: iat,
    scopes: words(params.scope),
  }
}

/** Makes the grant that a sign-in rests on; it counts once `signInAt` has let its person in. */
export async function newGrant(provider: Provider, asked: Asked, accountId: string): Promise<string> {
  const grant = new provider.Grant({ accountId, clientId: asked.clientId })
  grant.addOIDCScope(asked.scopes.join(" "))
  return await grant.save()
}

/** The address by which the browser goes on to the system, signed in there. */
export async function goOn(
  provider: Provider,
  { req, res }: { readonly req: IncomingMessage; readonly res: ServerResponse },
  { session, grantId }: { readonly session: LiveSession; readonly grantId: string },
): Promise<string> {
  const login = {
    accountId: session.accountId,
    acr: session.stepUpAcr ?? session.acr,
    amr: [...session.amr],
    ts: authTimeOf(session),
    remember: true,
  }
  return await provider.interactionResult(
    req,
    res,
    { login, consent: { grantId } },
    { mergeWithLastSubmission: false },
  )
}

/** The address by which the browser goes back to the system, which learns that it was refused. */
export async function goBack(
  provider: Provider,
  { req, res }: { readonly req: IncomingMessage; readonly res: ServerResponse },
): Promise<string> {
  const result = {
    error: "access_denied",
    error_description: "the portal lets this person into no role here",
  }
  return await provider.interactionResult(req, res, result, { mergeWithLastSubmission: false })
}
