import type { clientRefusals as th } from "../th/client-refusals"
import type { Words } from "../words-type"

export const clientRefusals: Words<typeof th> = {
  "clients.stale":
    "Somebody changed this client while you had the page open, so nothing was saved. Look at it as it is now and change it again.",
  "clients.sector-fixed":
    "People have signed in through this client, so its outside agency can’t change: the system would no longer know them.",
  "clients.no-secret-used": "This client proves itself by a key (private_key_jwt) and uses no secret.",
  "clients.two-secrets":
    "Two secrets are valid already. End one of them first, or let the older ones end at once.",
  "clients.day-out": "The last day of the older secret must be today or later, and within 90 days.",
  "clients.sandbox-there": "This system has an open client for trying out already.",
}
