import type { oidcEvents as th } from "../th/oidc-events"
import type { Words } from "../words-type"

export const oidcEvents: Words<typeof th> = {
  "oidc.sign-in": {
    done: "Signed in at a connected system",
    refused: "Could not sign in at a connected system",
  },
  "oidc.keep-keys": {
    done: "The portal looked after its signing keys",
    refused: "The portal could not look after its signing keys",
  },
}
