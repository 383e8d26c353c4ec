import type { Client } from "./clients"
import type { Configuration } from "./configuration"
import { FaultBoard } from "./faults"
import { Journal } from "./journal"
import { Keys } from "./keys"
import { PendingSignIns } from "./pending"
import { ownPersons, type Person, readPersons } from "./persons"
import { SwitchBoard } from "./switches"
import { Tokens } from "./tokens"

/** Everything that one running sandbox knows. It is gone with the process. */
export type World = {
  readonly origin: string
  readonly clients: readonly Client[]
  readonly persons: readonly Person[]
  readonly keys: Keys
  readonly faults: FaultBoard
  readonly switches: SwitchBoard
  readonly pending: PendingSignIns
  readonly tokens: Tokens
  readonly journal: Journal
  /** Milliseconds since 1970. */
  readonly now: () => number
}

/** A fresh world. Whoever is named by the starter stands before the sandbox's own persons. */
export function newWorld(configuration: Configuration, origin: string, now: () => number): World {
  return {
    origin,
    clients: configuration.THAID_SANDBOX_CLIENTS,
    persons: [...readPersons(configuration.THAID_SANDBOX_PERSONS_FILE), ...ownPersons],
    keys: new Keys(),
    faults: new FaultBoard(configuration.THAID_SANDBOX_SLOW_SECONDS),
    switches: new SwitchBoard(configuration.THAID_SANDBOX_SWITCHES),
    pending: new PendingSignIns(configuration.THAID_SANDBOX_QR_SECONDS, now),
    tokens: new Tokens(configuration.THAID_SANDBOX_CODE_SECONDS, now),
    journal: new Journal(),
    now,
  }
}
