/** Why a call did not come to an answer; a code, never text from outside. */
export const outboundFaults = [
  "address",
  "unknown-host",
  "private-address",
  "timeout",
  "too-large",
  "tls",
  "unreachable",
] as const
export type OutboundFault = (typeof outboundFaults)[number]

/** Milliseconds that a call may take from its first step to the last byte of its answer. */
export const patience = 5_000

/** Bytes of an answer's body that are read at most. */
export const bodyLimit = 256 * 1024
