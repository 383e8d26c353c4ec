import "server-only"
import { stop } from "./failure"

/** Largest answer that is read, in bytes; a key set or a token answer is a few thousand. */
const largest = 256 * 1024

/** What came back: the status, and the body where it was JSON. */
export type Answer = { readonly status: number; readonly json: unknown }

/**
 * One request to the service: no redirect followed, nothing cached, nothing tried twice. Stops with an upstream failure
 * when there is no answer in time or none that is JSON.
 */
export async function ask(url: string, init: RequestInit, signal: AbortSignal): Promise<Answer> {
  try {
    const headers = { accept: "application/json", "user-agent": "DLA-SSO", ...init.headers }
    const response = await fetch(url, { ...init, headers, redirect: "manual", cache: "no-store", signal })
    const json = parsed(await textOf(response))
    if (json === undefined) return response.ok ? stop("upstream", "not-json") : stop("upstream", "failed")
    return { status: response.status, json }
  } catch (thrown) {
    if (signal.aborted) return stop("upstream", "slow")
    if (thrown instanceof TypeError) return stop("upstream", "unreachable")
    throw thrown
  }
}

async function textOf(response: Response): Promise<string> {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of (response.body ?? []) as AsyncIterable<Uint8Array>) {
    size += chunk.byteLength
    if (size > largest) return ""
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString("utf8")
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
