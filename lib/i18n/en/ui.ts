import type { ui as th } from "../th/ui"
import type { Words } from "../words-type"

export const ui: Words<typeof th> = {
  tagline: "Sign-in for Thailand’s local government organisations",
  demoBanner: "Demonstration system, invented data",
  skipToContent: "Skip to content",
  onThisPage: "On this page",
  errorTitlePrefix: "Error: ",
  errorSummaryTitle: "There is a problem",
  answers: {
    productName: "DLA SSO sign-in",
    tryAgain: "Go back and try again",
    crossSite:
      "This request did not come from a page of this portal, so nothing was done. Start again from the portal.",
    unreadableAddress: "This address cannot be read. Start again from the first page.",
    unreadableForm: "What was sent could not be read, or is too long. Go back and enter it again.",
  },
  frame: {
    home: "Home",
    mainMenu: "Main menu",
    footer: "Footer links",
    manuals: "Manuals",
    manualsShort: "Manuals",
    publish: "Publish",
    help: "Get help",
    privacy: "Privacy",
    accessibility: "Accessibility",
    portal: "My systems",
    account: "My account",
    settings: "Settings",
    signIn: "Sign in",
    signOut: "Sign out",
  },
  pages: {
    label: "Pages",
    previous: "Previous",
    next: "Next",
    at: (page, pages) => `Page ${page} of ${pages}`,
  },
  notFound: {
    title: "Page not found",
    body: "The link may have changed, or this page may not be open to you. Check the address, or start again from the front page.",
    home: "Go to the front page",
    help: "Get help",
  },
}
