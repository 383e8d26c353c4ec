import type { profileEvents as th } from "../th/profile-events"
import type { Words } from "../words-type"

/** What the activity page says of a unit's data, and of changes of units. */
export const profileEvents: Words<typeof th> = {
  "profiles.change": { done: "Changed a unit's data", refused: "Could not change a unit's data" },
  "profiles.confirm": {
    done: "Noted that a unit's data is still right",
    refused: "Could not confirm a unit's data",
  },
  "restructuring.plan": {
    done: "Changed a unit's kind or code, or merged it",
    refused: "Could not change or merge a unit",
  },
  "restructuring.withdraw": {
    done: "Withdrew a planned change of a unit",
    refused: "Could not withdraw a planned change",
  },
  "restructuring.carry-out": {
    done: "A planned change of a unit took effect",
    refused: "A planned change did not take effect",
  },
  "restructuring.follow": {
    done: "Sent after a merged unit what came late",
    refused: "Could not send after a merged unit what came late",
  },
}
