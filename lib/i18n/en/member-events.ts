import type { memberEvents as th } from "../th/member-events"
import type { Words } from "../words-type"

export const memberEvents: Words<typeof th> = {
  "members.offer": { done: "Invited to be a user of a unit", refused: "Tried to invite a user of a unit" },
  "members.withdraw-offer": { done: "Withdrew an invitation", refused: "Tried to withdraw an invitation" },
  "members.resend-offer": { done: "Sent an invitation again", refused: "Tried to send an invitation again" },
  "members.accept-offer": {
    done: "Accepted to be a user of a unit",
    refused: "Tried to accept the invitation of a unit",
  },
  "members.decline-offer": {
    done: "Declined the invitation of a unit",
    refused: "Tried to decline the invitation of a unit",
  },
}
