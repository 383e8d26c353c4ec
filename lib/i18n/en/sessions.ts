import type { sessions as th } from "../th/sessions"
import type { Words } from "../words-type"

export const sessions: Words<typeof th> = {
  ended: "The chosen browser was signed out",
  choose: {
    title: "Choose the unit to work for",
    lead: "You belong to several units. Choose one for this session; you can change it later.",
    admin: "SSO Admin of the unit",
    chosen: "Chosen now",
    change: "Change unit",
  },
  list: {
    title: "Where you are signed in",
    lead: "If one of these is not yours, sign it out at once and tell your unit’s SSO Admin.",
    current: "This device",
    shared: "Shared computer",
    by: "Signed in with",
    ways: {
      "urn:dla:pwd": "Password alone",
      "urn:dla:email": "Password and mailed code",
      "urn:dla:totp": "Password and authenticator app",
      "urn:dla:recovery": "Password and recovery code",
      "urn:dla:passkey": "Passkey",
      "urn:dla:thaid": "ThaiID, the national app",
    },
    signedIn: "Signed in",
    lastSeen: "Last used",
    expires: "Ends by",
    address: "Network address",
    end: "Sign out",
    endNamed: (device) => `Sign out: ${device}`,
    endOthers: "Sign out everywhere else",
    unknownDevice: "Unknown device",
  },
  atSystems: {
    title: "Sign out?",
    lead: "If you confirm, you leave the sign-in centre, and every system that you entered from here is told to sign you out too.",
    confirm: "Sign out",
    stay: "Stay signed in and go to my systems",
    over: "You are no longer signed in at the sign-in centre.",
    goOn: "Continue",
    done: "Signed out",
    doneLead:
      "The systems that you entered from here are being told. On a shared computer, close the browser as well.",
    again: "Sign in again",
  },
}
