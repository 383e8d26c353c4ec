import type { oversightEvents as th } from "../th/oversight-events"
import type { Words } from "../words-type"

/** What the activity page says of naming a successor. */
export const oversightEvents: Words<typeof th> = {
  "oversight.name-successor": {
    done: "Named a successor to the SSO Admin",
    refused: "Could not name a successor",
  },
  "oversight.remove-successor": { done: "Named nobody any more", refused: "Could not change the successor" },
}
