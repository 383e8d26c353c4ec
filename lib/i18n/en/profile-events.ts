import type { profileEvents as th } from "../th/profile-events"
import type { Words } from "../words-type"

/** What the activity page says of a unit's data. */
export const profileEvents: Words<typeof th> = {
  "profiles.change": { done: "Changed a unit's data", refused: "Could not change a unit's data" },
  "profiles.confirm": {
    done: "Noted that a unit's data is still right",
    refused: "Could not confirm a unit's data",
  },
}
