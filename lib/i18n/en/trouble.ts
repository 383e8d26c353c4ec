import type { trouble as th } from "../th/trouble"
import type { Words } from "../words-type"

export const trouble: Words<typeof th> = {
  title: "Something went wrong on our side",
  body: "What you were doing may not have been saved. Wait a moment and try again. If it happens again, tell the helpdesk the reference below.",
  reference: "Reference",
  again: "Try again",
  help: "Get help",
}
