import "server-only"
import type { IncomingMessage, ServerResponse } from "node:http"
import type Provider from "oidc-provider"
import type { Asked } from "./asked"
import type { Proof } from "./proof"

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
    maxAge: params.max_age === undefined ? undefined : Number(params.max_age),
    wantsFresh: words(params.prompt).includes("login"),
    askedAt: iat,
    scopes: words(params.scope),
  }
}

/**
 * Makes the grant that a sign-in rests on; it counts once `signInAt` has let its person in.
 *
 * @param withheld scopes that the person did not agree to
 */
export async function newGrant(
  provider: Provider,
  asked: Asked,
  accountId: string,
  withheld: readonly string[] = [],
): Promise<string> {
  const grant = new provider.Grant({ accountId, clientId: asked.clientId })
  grant.addOIDCScope(asked.scopes.filter((scope) => !withheld.includes(scope)).join(" "))
  if (withheld.length > 0) grant.rejectOIDCScope(withheld.join(" "))
  return await grant.save()
}

/** The address by which the browser goes on to the system, signed in there. */
export async function goOn(
  provider: Provider,
  { req, res }: { readonly req: IncomingMessage; readonly res: ServerResponse },
  entry: { readonly accountId: string; readonly proof: Proof; readonly grantId: string },
): Promise<string> {
  const { accountId, proof, grantId } = entry
  const login = { accountId, acr: proof.acr, amr: [...proof.amr], ts: proof.at, remember: true }
  return await provider.interactionResult(
    req,
    res,
    { login, consent: { grantId }, select_account: {} },
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
