import "server-only"
import { z } from "zod"
import { ask } from "./ask"
import type { ThaidClient } from "./client"
import { stop } from "./failure"

const optional = z.string().max(16_384).optional().catch(undefined)

// The expiry field is an absolute time under one of two names; nobody needs it.
const answered = z.object({ access_token: optional, refresh_token: optional, id_token: optional })

const refusal = z.object({ error: z.string() })

/** The tokens of one sign-in. They are read, revoked and dropped, never kept. */
export type Tokens = z.infer<typeof answered>

const ours = ["invalid_client", "unauthorized_client", "unsupported_grant_type"]

/** Changes a code for tokens, once: a code is of one use, so nothing is tried again (RFC 6749 §4.1.3). */
export async function exchangeCode(
  client: ThaidClient,
  at: { readonly code: string; readonly verifier: string; readonly now: Date; readonly signal: AbortSignal },
): Promise<Tokens> {
  const { token_endpoint } = await client.metadata(at.now, at.signal)
  const body = new URLSearchParams({
    grant_type: "authorization_code",
    code: at.code,
    redirect_uri: client.configuration.redirectUri,
    code_verifier: at.verifier,
  })
  const { status, json } = await ask(
    token_endpoint,
    { method: "POST", headers: client.credentials(), body },
    at.signal,
  )
  if (status !== 200) return stopFor(status, refusal.safeParse(json).data?.error)
  const { success, data } = answered.safeParse(json)
  return success ? data : stop("upstream", "unexpected")
}

function stopFor(status: number, error: string | undefined): never {
  if (error && ours.includes(error)) return stop("misconfigured", "client")
  if (error === "invalid_scope") return stop("misconfigured", "scope")
  // The service answers its own failures with a 400, too.
  if (status >= 500 || error === undefined || error === "server_error") return stop("upstream", "failed")
  return stop("code-refused", "code-refused")
}
