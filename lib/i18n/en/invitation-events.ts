import type { invitationEvents as th } from "../th/invitation-events"
import type { Words } from "../words-type"

/** What the activity page says of invitations. */
export const invitationEvents: Words<typeof th> = {
  "invitations.send-code": {
    done: "Opened the invitation and asked for its code",
    refused: "Could not get the code of the invitation",
  },
  "invitations.code": {
    done: "Entered the code of the invitation",
    refused: "A wrong code of the invitation was entered",
  },
  "invitations.thaid-start": {
    done: "Began to open the account with ThaiID",
    refused: "Could not begin to open the account with ThaiID",
  },
  "invitations.accept-thaid": {
    done: "Opened the account with ThaiID",
    refused: "Someone tried to open the account with ThaiID, but it was another person or the proof failed",
  },
  "invitations.accept-password": {
    done: "Opened the account and set a password",
    refused: "Someone tried to open the account with a password, but gave another national ID",
  },
}
