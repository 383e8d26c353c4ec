import "server-only"
import { env } from "@/lib/env"

/** What we know of the ThaiID service and are to it. */
export type ThaidConfiguration = {
  /** Origin of the service and its issuer, exactly; no trailing slash. */
  readonly origin: string
  readonly clientId: string
  readonly clientSecret: string
  /** Registered with the service character by character. */
  readonly redirectUri: string
  readonly scopes: readonly string[]
  /** A header that some integrators were told to send; none by default. */
  readonly apiKey: { readonly header: string; readonly value: string } | undefined
  /** Lowest assurance of the identity that is taken, such as `2.3`. */
  readonly minimumIal: string
  /** Whether an ID token without our nonce is refused; a wrong one always is. */
  readonly isNonceRequired: boolean
  /** Longest time that one proof may take, all requests together, in milliseconds. */
  readonly patience: number
}

/** Path to which the service sends people back. */
const callbackPath = "/api/login/thaid/callback"

/** The configuration in the environment; undefined where ThaiID is not set up, which means that it is off. */
export function thaidConfiguration(): ThaidConfiguration | undefined {
  const { THAID_ORIGIN, THAID_CLIENT_ID, THAID_CLIENT_SECRET } = env
  if (!(THAID_ORIGIN && THAID_CLIENT_ID && THAID_CLIENT_SECRET)) return undefined
  const { THAID_API_KEY_HEADER: header, THAID_API_KEY: value } = env
  return {
    origin: new URL(THAID_ORIGIN).origin,
    clientId: THAID_CLIENT_ID,
    clientSecret: THAID_CLIENT_SECRET,
    redirectUri: new URL(callbackPath, env.ORIGIN).href,
    scopes: env.THAID_SCOPES.split(" ").filter((scope) => scope !== ""),
    apiKey: header && value ? { header, value } : undefined,
    minimumIal: env.THAID_MINIMUM_IAL,
    isNonceRequired: env.THAID_NONCE_REQUIRED === "1",
    patience: env.THAID_PATIENCE_SECONDS * 1000,
  }
}
