import type { machineRefusals as th } from "../th/machine-refusals"
import type { Words } from "../words-type"

/** Why the API for systems, or a system's webhook, does not do what was asked. */
export const machineRefusals: Words<typeof th> = {
  "machine.cursor-too-old": "The entries asked for are older than what is kept.",
  "webhooks.stale":
    "Somebody else has changed this connection meanwhile. Look at it as it is now, and try again.",
  "webhooks.no-client": "Choose a client of this system that is open and not for trying out.",
  "webhooks.sandbox": "A client for trying out has invented users alone, so it can’t call the API.",
  "webhooks.two-secrets": "Two secrets are valid already. End the older one, then make another.",
}
