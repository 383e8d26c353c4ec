import type { oidcEvents as th } from "../th/oidc-events"
import type { Words } from "../words-type"

export const oidcEvents: Words<typeof th> = {
  "oidc.sign-in": {
    done: "Was let in at a connected system",
    refused: "Could not sign in at a connected system",
  },
  "oidc.code": {
    done: "Signed in at a connected system through the portal",
    refused: "Could not sign in at a connected system through the portal",
  },
  "oidc.refresh": {
    done: "A connected system renewed its sign-in",
    refused: "A connected system could not renew its sign-in",
  },
  "oidc.national-id": {
    done: "A connected system read the national ID",
    refused: "A connected system could not read the national ID",
  },
  "why.note-refusal": {
    done: "Was refused at a connected system",
    refused: "Could not note a refusal at a connected system",
  },
  "oidc.keep-keys": {
    done: "The portal looked after its signing keys",
    refused: "The portal could not look after its signing keys",
  },
}
