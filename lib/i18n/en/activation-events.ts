import type { activationEvents as th } from "../th/activation-events"
import type { Words } from "../words-type"

export const activationEvents: Words<typeof th> = {
  "activation-codes.issue": {
    done: "Issued activation codes of units",
    refused: "Could not issue activation codes",
  },
  "activation.show-letters": {
    done: "Opened letters with activation codes to print them",
    refused: "Could not open letters with activation codes",
  },
  "activation.close-run": {
    done: "Confirmed that letters were printed; their codes were deleted",
    refused: "Could not confirm the printing of letters",
  },
  "activation.open": {
    done: "Signed a unit in for the first time by its code",
    refused: "Could not sign a unit in by its code",
  },
  "activation.open-request": {
    done: "Opened a request by its number and secret",
    refused: "Could not open a request by its number and secret",
  },
  "activation.leave": {
    done: "Left a unit's first sign-in",
    refused: "Could not leave a unit's first sign-in",
  },
  "activation.save-paper": {
    done: "Saved a unit's first order",
    refused: "Could not save a unit's first order",
  },
  "activation.save-person": {
    done: "Saved a unit's first SSO Admin",
    refused: "Could not save a unit's first SSO Admin",
  },
  "activation.remove-person": {
    done: "Took a person off a unit's first order",
    refused: "Could not take a person off a unit's first order",
  },
  "activation.add-document": {
    done: "Attached a scan of a unit's first order",
    refused: "Could not attach a scan of a unit's first order",
  },
  "activation.drop-document": {
    done: "Took a scan off a unit's first order",
    refused: "Could not take a scan off a unit's first order",
  },
  "activation.print-out": {
    done: "Printed a unit's first order to be signed",
    refused: "Could not print a unit's first order",
  },
  "activation.submit": { done: "Sent a unit's first order", refused: "Could not send a unit's first order" },
}
