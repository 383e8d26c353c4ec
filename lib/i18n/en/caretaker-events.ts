import type { caretakerEvents as th } from "../th/caretaker-events"
import type { Words } from "../words-type"

export const caretakerEvents: Words<typeof th> = {
  "caretakers.begin": {
    done: "Began to look after a unit",
    refused: "Could not begin to look after a unit",
  },
  "caretakers.renew": {
    done: "Prolonged the caretaking of a unit",
    refused: "Could not prolong the caretaking of a unit",
  },
  "caretakers.end": {
    done: "Ended the caretaking of a unit",
    refused: "Could not end the caretaking of a unit",
  },
  "caretakers.lapse": {
    done: "The caretaking of a unit ended by itself",
    refused: "The caretaking of a unit has not ended yet",
  },
}
