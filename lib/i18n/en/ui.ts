import type { ui as th } from "../th/ui"
import type { Words } from "../words-type"

export const ui: Words<typeof th> = {
  productName: "DLA SSO (single sign-on)",
  tagline: "One sign-in for local administrative organisations",
  demoBanner: "Demonstration system, invented data",
  skipToContent: "Skip to content",
}
