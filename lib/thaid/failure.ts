import "server-only"

/**
 * Why no identity came out, as a closed union. `why` is a word for the audit and the log: never a code, a token, a
 * number of a person or what the service wrote.
 */
export type ThaidFailure =
  /** The service did not answer in time, or not as it should. */
  | { readonly kind: "upstream"; readonly why: "slow" | "unreachable" | "not-json" | "failed" | "unexpected" }
  /** The code was spent, too old or never one. */
  | { readonly kind: "code-refused"; readonly why: "code-refused" }
  /** Ours to put right: the client's data, the scopes, the origin. */
  | {
      readonly kind: "misconfigured"
      readonly why:
        | "client"
        | "scope"
        | "issuer"
        | "endpoint"
        | "id-token-missing"
        | "pid-missing"
        | "pid-malformed"
    }
  /** What came cannot be believed. */
  | {
      readonly kind: "unverified"
      readonly why:
        | "malformed"
        | "alg"
        | "key"
        | "signature"
        | "iss"
        | "aud"
        | "sub"
        | "exp"
        | "iat"
        | "lifetime"
        | "at-hash"
        | "nonce"
        | "auth-time"
    }
  /** Genuine, and not enough for us. */
  | { readonly kind: "ial-too-low"; readonly why: "ial-too-low" }
  | { readonly kind: "card-expired"; readonly why: "card-expired" }

/** Carries a failure to the doors of this concern, which return it. Its message is the `why` and nothing more. */
export class ThaidStopped extends Error {
  constructor(readonly failure: ThaidFailure) {
    super(`thaid: ${failure.why}`)
  }
}

/** Ends whatever goes on with a failure. */
export function stop<K extends ThaidFailure["kind"]>(
  kind: K,
  why: Extract<ThaidFailure, { kind: K }>["why"],
): never {
  throw new ThaidStopped({ kind, why } as ThaidFailure)
}

/** What came out, or the failure that ended it; anything else is thrown on. */
export async function orFailure<V extends object>(work: () => Promise<V>): Promise<V | ThaidFailure> {
  try {
    return await work()
  } catch (thrown) {
    if (thrown instanceof ThaidStopped) return thrown.failure
    throw thrown
  }
}
