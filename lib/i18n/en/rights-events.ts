import type { rightsEvents as th } from "../th/rights-events"
import type { Words } from "../words-type"

export const rightsEvents: Words<typeof th> = {
  "rights.change": { done: "Changed rights in systems", refused: "Could not change rights in systems" },
  "rights.settle": {
    done: "Rights whose suspension was over were withdrawn",
    refused: "Suspended rights could not be withdrawn",
  },
  "rights.ask": { done: "Asked for a right in a system", refused: "Could not ask for a right" },
  "rights.withdraw-request": {
    done: "Withdrew a request for a right",
    refused: "Could not withdraw the request",
  },
  "rights.decide": {
    done: "Answered a request for a right",
    refused: "Could not answer a request for a right",
  },
  "rights.change-system": {
    done: "Changed a connected system",
    refused: "Failed: changed a connected system",
  },
  "rights.name-units": {
    done: "Changed which units may use a system",
    refused: "Failed: changed which units may use a system",
  },
  "rights.save-role": { done: "Saved a role of a system", refused: "Failed: saved a role of a system" },
  "rights.add-period": { done: "Added an opening period", refused: "Failed: added an opening period" },
  "rights.add-quarters": {
    done: "Added the quarters of a year",
    refused: "Failed: added the quarters of a year",
  },
  "rights.remove-period": { done: "Removed an opening period", refused: "Failed: removed an opening period" },
}
