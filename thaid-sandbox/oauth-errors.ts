import { type Answer, json } from "./exchange"

/** Error codes of the service's document, with their status: `server_error` is a 400 there, not a 500. */
const statuses = {
  invalid_request: 400,
  invalid_scope: 400,
  unsupported_response_type: 400,
  unsupported_grant_type: 400,
  unsupported_token_hint: 400,
  duplicate_request: 400,
  server_error: 400,
  unauthorized_client: 401,
  invalid_client: 401,
  user_denied: 401,
  access_denied: 401,
  invalid_refresh_token: 401,
} as const

export type OauthError = keyof typeof statuses

/** An error as the protocol tells it: a code, and a sentence for developers. */
export type Fault = { readonly error: OauthError; readonly description: string }

const fault = (error: OauthError, description: string): Fault => ({ error, description })

/** Everything that the protocol addresses answer when they refuse. */
export const faultOf = {
  missing: (name: string) => fault("invalid_request", `Missing parameter: ${name}`),
  repeated: (name: string) => fault("invalid_request", `Parameter given more than once: ${name}`),
  redirectUri: fault("invalid_request", "Invalid redirect_uri"),
  responseType: fault("unsupported_response_type", "Unsupported response_type"),
  scope: fault("invalid_scope", "Scope not granted to this client"),
  challenge: fault("invalid_request", "code_challenge with method S256 required"),
  verifier: fault("invalid_request", "Invalid code_verifier"),
  body: fault("invalid_request", "Body must be application/x-www-form-urlencoded"),
  grantType: fault("unsupported_grant_type", "Unsupported grant_type"),
  client: fault("invalid_client", "Client authentication failed"),
  apiKey: fault("access_denied", "Invalid API key"),
  refreshToken: fault("invalid_refresh_token", "Invalid refresh token"),
  accessToken: fault("access_denied", "Invalid access token"),
  tokenHint: fault("unsupported_token_hint", "Unsupported token_type_hint"),
  withoutOpenid: fault("invalid_request", "Token was issued without openid"),
  unknownClient: (error: "unauthorized_client" | "invalid_client") => fault(error, "Unknown client_id"),
  code: (error: "invalid_request" | "duplicate_request") => fault(error, "Invalid Authorization Code"),
  declined: (error: "user_denied" | "access_denied") => fault(error, "The user disapproved"),
} as const

/** An error told in place. */
export function refuse({ error, description }: Fault, headers: Record<string, string> = {}): Answer {
  return json(statuses[error], { error, error_description: description }, headers)
}

/** Parameters of an error that goes back to the client. */
export function errorParameters({ error, description }: Fault): Record<string, string> {
  return { error, error_description: description }
}
