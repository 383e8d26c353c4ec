import type { orderMail as th } from "../th/order-mail"
import type { Words } from "../words-type"

export const orderMail: Words<typeof th> = {
  number: (number) => `Request ${number}`,
  at: (dateTime) => `On ${dateTime}`,
  open: "Open this order",
  reasons: (list) => `Reasons: ${list}`,
  fields: (list) => `To be corrected: ${list}`,
  note: (text) => `From the officer: ${text}`,
  approved: {
    subject: "The order appointing SSO Admins was approved",
    title: "The order was approved",
    lead: "An officer has checked the order that your unit sent, and approved it.",
    next: () =>
      "Whoever has no account yet gets an invitation by e-mail. Who has one holds the power from the day on which the order takes effect.",
  },
  returned: {
    subject: "The order appointing SSO Admins needs correction",
    title: "The order needs correction",
    lead: "An officer has checked the order and asks you to correct what follows. Your place in the queue is kept.",
    next: (dateTime) => `Correct it and send it again by ${dateTime}; after that the request ends.`,
  },
  rejected: {
    subject: "The order appointing SSO Admins was not approved",
    title: "The order was not approved",
    lead: "An officer has checked the order and did not approve it, for these reasons.",
    next: () =>
      "Issue a correct order and send it as a new request. If you think this is a mistake, ask the office above your unit.",
  },
}
