import "server-only"
import { log } from "@/lib/log"
import type { ThaidClient } from "./client"
import type { Tokens } from "./exchange-code"

/** Longest time that a revocation may take, in milliseconds; nobody waits for it. */
const patience = 10_000

/**
 * Asks the service to revoke what it gave (RFC 7009): nobody needs the tokens once the identity is read. A failure is
 * logged and forgotten; the tokens live for minutes only.
 */
export async function revokeTokens(client: ThaidClient, tokens: Tokens, now: Date): Promise<void> {
  const signal = AbortSignal.timeout(patience)
  const given = [
    ["access_token", tokens.access_token],
    ["refresh_token", tokens.refresh_token],
  ] as const
  try {
    const { revocation_endpoint } = await client.metadata(now, signal)
    if (!revocation_endpoint) return
    for (const [hint, token] of given) {
      if (token) await revoke(client, revocation_endpoint, { token, token_type_hint: hint }, signal)
    }
  } catch {
    log.warn("thaid: tokens could not be revoked")
  }
}

async function revoke(client: ThaidClient, url: string, form: Record<string, string>, signal: AbortSignal) {
  const init = { method: "POST", headers: client.credentials(), body: new URLSearchParams(form) }
  const { ok, status } = await fetch(url, { ...init, redirect: "manual", cache: "no-store", signal })
  if (!ok) log.warn({ status }, "thaid: a token was not revoked")
}
