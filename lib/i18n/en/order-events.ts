import type { orderEvents as th } from "../th/order-events"
import type { Words } from "../words-type"

export const orderEvents: Words<typeof th> = {
  "orders.draft": {
    done: "Began an order appointing SSO Admins",
    refused: "Could not begin an order appointing SSO Admins",
  },
  "orders.save": { done: "Saved an order", refused: "Could not save an order" },
  "orders.save-person": {
    done: "Named a person in an order",
    refused: "Could not name a person in an order",
  },
  "orders.remove-person": {
    done: "Took a person off an order",
    refused: "Could not take a person off an order",
  },
  "orders.print-out": {
    done: "Printed an order to be signed",
    refused: "Could not print an order to be signed",
  },
  "orders.submit": {
    done: "Sent an order to be decided",
    refused: "Could not send an order to be decided",
  },
  "orders.withdraw": { done: "Withdrew an order", refused: "Could not withdraw an order" },
  "orders.add-document": {
    done: "Attached a scan of an order",
    refused: "Could not attach a scan of an order",
  },
  "orders.drop-document": { done: "Took a scan off an order", refused: "Could not take a scan off an order" },
  "orders.read-scan": {
    done: "What was read of an order that you sent was looked at",
    refused: "Someone without the right asked what was read of an order; it was not shown",
  },
}
