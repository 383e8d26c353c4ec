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
}
