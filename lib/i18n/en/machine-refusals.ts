import type { machineRefusals as th } from "../th/machine-refusals"
import type { Words } from "../words-type"

/** Why the API for systems, or a system's webhook, does not do what was asked. */
export const machineRefusals: Words<typeof th> = {
  "machine.cursor-too-old": "The entries asked for are older than what is kept.",
}
