import type { operations as th } from "../th/operations"
import type { Words } from "../words-type"

export const operations: Words<typeof th> = {
  mailbox: {
    title: "Mailbox of the demonstration",
    lead: "Every message that the demonstration sends is kept here. None of them reaches a real person.",
    filter: "Recipient’s e-mail address",
    show: "Show this recipient only",
    sent: "Sent",
    to: "To",
    subject: "Subject",
    empty: "No messages yet",
    emptyHint:
      "After you sign in with a password, the one-time code arrives here within seconds. Then reload this page.",
    message: "Message from the demonstration",
    back: "Back to all messages",
  },
}
