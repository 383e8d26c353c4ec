import type { clientEvents as th } from "../th/client-events"
import type { Words } from "../words-type"

export const clientEvents: Words<typeof th> = {
  "clients.create": {
    done: "A client of a system was registered",
    refused: "Registering a client of a system failed",
  },
  "clients.change": {
    done: "A client of a system was changed",
    refused: "Changing a client of a system failed",
  },
  "clients.close": {
    done: "A client of a system was closed",
    refused: "Closing a client of a system failed",
  },
  "clients.reopen": {
    done: "A client of a system was opened again",
    refused: "Opening a client again failed",
  },
  "clients.make-secret": { done: "A client’s secret was made", refused: "Making a client’s secret failed" },
  "clients.end-secret": { done: "A client’s secret was ended", refused: "Ending a client’s secret failed" },
  "clients.tell-again": {
    done: "Had a connected system told of sign-outs again",
    refused: "Could not have a connected system told of sign-outs again",
  },
  "clients.make-sandbox": {
    done: "A client for trying out was made",
    refused: "Making a client for trying out failed",
  },
}
