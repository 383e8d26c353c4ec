import type { webhookEvents as th } from "../th/webhook-events"
import type { Words } from "../words-type"

/** What one reads in the own activity of what was done with the programs of connected systems. */
export const webhookEvents: Words<typeof th> = {
  "webhooks.save": {
    done: "Set the address at which a system is called",
    refused: "Setting the address at which a system is called did not succeed",
  },
  "webhooks.make-secret": {
    done: "Made a secret for calls to a system",
    refused: "Making a secret for calls to a system did not succeed",
  },
  "webhooks.end-secret": {
    done: "Ended a secret for calls to a system",
    refused: "Ending a secret for calls to a system did not succeed",
  },
  "webhooks.switch": {
    done: "Paused or resumed calls to a system",
    refused: "Pausing or resuming calls to a system did not succeed",
  },
  "webhooks.send-again": {
    done: "Sent a call to a system again",
    refused: "Sending a call to a system again did not succeed",
  },
  "webhooks.set-scopes": {
    done: "Changed what a system's program may ask",
    refused: "Changing what a system's program may ask did not succeed",
  },
}
