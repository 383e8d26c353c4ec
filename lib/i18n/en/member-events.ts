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
  "members.edit": {
    done: "Changed what a unit says of its user",
    refused: "Tried to change what a unit says of its user",
  },
  "members.suspend": { done: "Suspended a membership", refused: "Tried to suspend a membership" },
  "members.restore": {
    done: "Ended the suspension of a membership",
    refused: "Tried to end the suspension of a membership",
  },
  "members.end": { done: "Ended a membership", refused: "Tried to end a membership" },
  "members.leave": { done: "Left the unit", refused: "Tried to leave the unit" },
  "members.suspend-account": { done: "Suspended an account", refused: "Tried to suspend an account" },
  "members.restore-account": {
    done: "Opened a suspended account again",
    refused: "Tried to open a suspended account",
  },
  "members.close-account": { done: "Closed an account", refused: "Tried to close an account" },
  "members.end-sessions": {
    done: "Signed an account out everywhere",
    refused: "Tried to sign an account out everywhere",
  },
  "transfers.open": {
    done: "Opened a transfer to another unit",
    refused: "Tried in vain: opened a transfer to another unit",
  },
  "transfers.sign": {
    done: "Signed a transfer for the receiving unit",
    refused: "Tried in vain: signed a transfer for the receiving unit",
  },
  "transfers.refuse": { done: "Refused a transfer", refused: "Tried in vain: refused a transfer" },
  "transfers.withdraw": { done: "Withdrew a transfer", refused: "Tried in vain: withdrew a transfer" },
}
