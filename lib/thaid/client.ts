import "server-only"
import type { JWK } from "jose"
import { z } from "zod"
import { ask } from "./ask"
import { type ThaidConfiguration, thaidConfiguration } from "./configuration"
import { stop } from "./failure"
import { Kept } from "./kept"
import { fetchMetadata, type Metadata } from "./metadata"

const keySet = z.object({
  keys: z.array(z.looseObject({ kty: z.string(), kid: z.string().optional() })).max(100),
})

/** The service as this process knows it: the configuration, and what it published, kept for an hour at most. */
export class ThaidClient {
  readonly #metadata = new Kept<Metadata>()
  readonly #keys = new Kept<readonly JWK[]>()

  constructor(readonly configuration: ThaidConfiguration) {}

  /** Ends requests when the patience of the configuration is over. */
  signal(): AbortSignal {
    return AbortSignal.timeout(this.configuration.patience)
  }

  metadata(now: Date, signal: AbortSignal): Promise<Metadata> {
    return this.#metadata.get(now, () => fetchMetadata(this.configuration, signal))
  }

  /** The published key of that id. An unknown id makes the set be fetched once more: keys change without notice. */
  async key(kid: string, now: Date, signal: AbortSignal): Promise<JWK | undefined> {
    const { jwks_uri } = await this.metadata(now, signal)
    const fetchIt = () => fetchKeys(jwks_uri, signal)
    const known = named(await this.#keys.get(now, fetchIt), kid)
    return known ?? named(await this.#keys.get(now, fetchIt, true), kid)
  }

  /** Header lines that a request of ours to the token and revocation endpoints carries. */
  credentials(): Record<string, string> {
    const { clientId, clientSecret, apiKey } = this.configuration
    // As issued: the service does not undo the form encoding of RFC 6749 §2.3.1.
    const basic = Buffer.from(`${clientId}:${clientSecret}`).toString("base64")
    return { authorization: `Basic ${basic}`, ...(apiKey ? { [apiKey.header]: apiKey.value } : {}) }
  }
}

function named(keys: readonly JWK[], kid: string): JWK | undefined {
  return keys.find((key) => key.kid === kid)
}

async function fetchKeys(url: string, signal: AbortSignal): Promise<readonly JWK[]> {
  const { status, json } = await ask(url, {}, signal)
  if (status !== 200) return stop("upstream", "failed")
  const { success, data } = keySet.safeParse(json)
  return success ? (data.keys as JWK[]) : stop("upstream", "unexpected")
}

let client: ThaidClient | undefined

/** The client of this process; undefined while ThaiID is off. */
export function thaidClient(): ThaidClient | undefined {
  if (client) return client
  const configuration = thaidConfiguration()
  client = configuration && new ThaidClient(configuration)
  return client
}
