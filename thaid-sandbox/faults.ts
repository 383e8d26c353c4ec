import { randomUUID } from "node:crypto"

/** Where a fault can strike: the addresses that clients call, or what they are given. */
export const endpoints = [
  "discovery",
  "jwks",
  "authorize",
  "token",
  "introspect",
  "revoke",
  "userinfo",
] as const

export type Endpoint = (typeof endpoints)[number]

/** Faults of the answer as a whole, at any address; the number or word is what is taken when none is said. */
const answers = {
  slow: 20,
  "html-403": null,
  "server-error": null,
  "truncated-json": null,
  dropped: null,
  down: null,
} as const

/** Faults of the identity that a token answer carries. */
const identities = {
  "wrong-iss": null,
  "wrong-aud": null,
  "alg-none": null,
  "hs256-public-key": null,
  "hs256-secret": null,
  "unknown-kid": null,
  "bad-signature": null,
  expired: null,
  "issued-in-future": null,
  "long-lifetime": null,
  "old-auth-time": null,
  "nonce-mismatch": null,
  "nonce-missing": null,
  "wrong-at-hash": null,
  "missing-id-token": null,
  "missing-pid": null,
  "pid-only-in-sub": null,
  "opaque-sub": null,
  "bad-check-digit": null,
  "low-ial": "1.1",
  "expired-card": null,
  "clock-skew": 60,
  "key-rotation": null,
} as const

/** Faults of the way back to the client, and of what discovery says. */
const others = {
  "wrong-state": null,
  "callback-error": "server_error",
  "discovery-wrong-issuer": null,
  "discovery-foreign-endpoint": null,
} as const

const defaults = { ...answers, ...identities, ...others }

export type AnswerFault = keyof typeof answers
export type IdentityFault = keyof typeof identities
export type FaultName = keyof typeof defaults
export type FaultValue = string | number | null

/** Names of all faults. */
export const faultNames = Object.keys(defaults) as [FaultName, ...FaultName[]]
export const answerFaults = Object.keys(answers) as [AnswerFault, ...AnswerFault[]]
export const identityFaults = Object.keys(identities) as [IdentityFault, ...IdentityFault[]]

/** A fault that waits for its request, or stays until it is cleared. */
export type ArmedFault = {
  readonly id: string
  readonly name: FaultName
  /** Address of an answer fault; of no meaning for the others. */
  readonly at: Endpoint
  readonly client: string | null
  readonly sticky: boolean
  readonly value: FaultValue
}

const most = 100

/** Faults that are armed, in the order in which they were. */
export class FaultBoard {
  #armed: ArmedFault[] = []

  constructor(readonly slowSeconds: number) {}

  /** Arms a fault; at more than a hundred the oldest is forgotten. */
  arm(wanted: {
    name: FaultName
    at?: Endpoint | undefined
    client?: string | undefined
    sticky?: boolean | undefined
    value?: FaultValue | undefined
  }): ArmedFault {
    const usual = wanted.name === "slow" ? this.slowSeconds : defaults[wanted.name]
    const fault: ArmedFault = {
      id: randomUUID(),
      name: wanted.name,
      at: wanted.at ?? "token",
      client: wanted.client ?? null,
      sticky: wanted.sticky ?? false,
      value: wanted.value ?? usual,
    }
    this.#armed = [...this.#armed, fault].slice(-most)
    return fault
  }

  /** Takes the faults of a kind that strike this client here; those for one request are spent. */
  take(names: readonly FaultName[], client: string | undefined, at?: Endpoint): ArmedFault[] {
    const struck = this.#armed.filter(
      (fault) =>
        names.includes(fault.name) &&
        (fault.client === null || fault.client === client) &&
        (at === undefined || fault.at === at),
    )
    this.#armed = this.#armed.filter((fault) => fault.sticky || !struck.includes(fault))
    return struck
  }

  list(): readonly ArmedFault[] {
    return this.#armed
  }

  /** Disarms one, or all. */
  clear(id?: string): void {
    this.#armed = id === undefined ? [] : this.#armed.filter((fault) => fault.id !== id)
  }
}
