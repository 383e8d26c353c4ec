import "server-only"
import type { Problem } from "./try-rules"

/** What a refusal of the provider says, and what decides between causes that it tells alike. */
export type RefusedRequest = {
  readonly error: string
  readonly description: string
  /** What the provider keeps to itself of the cause. */
  readonly detail: string
  readonly isRefresh: boolean
  readonly provesItself: boolean
}

type Rule = readonly [test: (refused: RefusedRequest) => boolean, problem: Problem]

const says = (pattern: RegExp) => (refused: RefusedRequest) =>
  pattern.test(refused.description) || pattern.test(refused.detail)
const is =
  (...errors: readonly string[]) =>
  ({ error }: RefusedRequest) =>
    errors.includes(error)

/** In the order in which they are asked; the first that fits names the problem. */
const rules: readonly Rule[] = [
  [is("invalid_redirect_uri"), "redirect-unknown"],
  [is("unsupported_response_type", "unsupported_response_mode"), "response-type"],
  [is("invalid_scope"), "scope-unknown"],
  [is("request_not_supported", "request_uri_not_supported", "invalid_request_uri"), "request-object"],
  [is("access_denied"), "person-refused"],
  [is("login_required", "interaction_required", "consent_required"), "sign-in-needed"],
  [says(/post_logout_redirect_uri|id_token_hint/), "logout-redirect"],
  [says(/code_verifier/), "verifier-wrong"],
  [says(/code_challenge_method/), "pkce-plain"],
  [says(/requires PKCE|code_challenge/), "pkce-missing"],
  [says(/\bprompt\b/), "prompt"],
  [says(/openid scope/), "scope-unknown"],
  [(refused) => is("invalid_client")(refused) && !refused.provesItself, "client-unproved"],
  [says(/no client authentication/), "client-unproved"],
  [says(/invalid secret/), "secret-wrong"],
  [says(/authentication mechanism does not match|only be provided using one/), "method-differs"],
  [is("invalid_client"), "assertion-wrong"],
  [says(/referenced account not found/), "person-gone"],
  [({ error, isRefresh }) => error === "invalid_grant" && isRefresh, "refresh-over"],
  [says(/redirect_uri mismatch/), "redirect-differs"],
  [says(/already consumed|used up|very moment/), "code-used"],
  [says(/is expired/), "code-late"],
  [says(/grant not found/), "person-gone"],
  [says(/code not found|client mismatch/), "code-unknown"],
]

/** What was wrong with a request that the provider refused, as the console says it. */
export function problemOf(refused: RefusedRequest): Problem {
  return rules.find(([fits]) => fits(refused))?.[1] ?? "other"
}
