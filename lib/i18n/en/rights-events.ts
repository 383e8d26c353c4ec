import type { rightsEvents as th } from "../th/rights-events"
import type { Words } from "../words-type"

export const rightsEvents: Words<typeof th> = {
  "rights.change": { done: "Changed rights in systems", refused: "Could not change rights in systems" },
  "rights.settle": {
    done: "Rights whose suspension was over were withdrawn",
    refused: "Suspended rights could not be withdrawn",
  },
}
