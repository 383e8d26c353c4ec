import type { mail as th } from "../th/mail"
import type { Words } from "../words-type"

export const mail: Words<typeof th> = {
  sender: "DLA SSO, the sign-in service of Thailand’s local administrative organisations",
  automatic: "This message was sent automatically. Please do not reply.",
  otp: {
    subject: "Your one-time code to sign in to DLA SSO",
    preview: (time) => `The code is valid until ${time}`,
    title: "Your one-time code to sign in",
    lead: "Enter this code on the sign-in page that you have open.",
    until: (dateTime) => `Valid until ${dateTime} (Bangkok time), for one use.`,
    requested: (dateTime) => `Requested on ${dateTime} (Bangkok time).`,
    where: (host) => `Enter the code at ${host} only. No member of staff will ever ask you for it.`,
    notYouTitle: "If you are not signing in",
    notYou:
      "Someone entered your password correctly. Do not give this code to anyone: without it they cannot get in. Tell your unit’s SSO Admin as soon as you can, so that your password can be replaced.",
  },
  newDevice: {
    subject: "New sign-in to your DLA SSO account",
    preview: (dateTime) => `Signed in on ${dateTime}`,
    title: "Sign-in from a new device",
    lead: "Your account was signed in to from a device or browser it had not been used on before.",
    at: (dateTime) => `On ${dateTime} (Bangkok time).`,
    yours: "If this was you, there is nothing to do.",
    notYouTitle: "If this was not you",
    notYou: (host) =>
      `Sign in at ${host}, open “My account”, and end the session you do not recognise. Then tell your unit’s SSO Admin as soon as you can, so that your password can be replaced.`,
  },
}
