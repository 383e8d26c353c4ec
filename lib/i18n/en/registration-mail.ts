import type { registrationMail as th } from "../th/registration-mail"
import type { Words } from "../words-type"

export const registrationMail: Words<typeof th> = {
  code: {
    subject: "Code for your DLA SSO registration",
    preview: (time) => `The code works until ${time}`,
    title: "Code for your registration",
    purposes: {
      "confirm-email":
        "Enter this code on the registration page that you left open, to confirm that this address is yours.",
      correct: "Enter this code to go on with your request or to correct it.",
      withdraw: "Enter this code to withdraw your request. Once withdrawn, it has to be made anew.",
    },
    number: (number) => `Request ${number}`,
    notYouTitle: "If this was not you",
    notYou: "Tell nobody this code. Without it nothing changes.",
  },
  number: (number) => `Request ${number}`,
  at: (dateTime) => `On ${dateTime} (Bangkok time).`,
  status: "See how the request stands",
  signIn: "Sign in",
  received: {
    way: "See how the request stands",
    subject: "Your DLA SSO registration has arrived",
    title: "Your registration has arrived",
    lead: "An officer will check it and answer to this address. Meanwhile the request number and the secret on your slip show how it stands.",
  },
  approved: {
    way: "Sign in",
    subject: "Your DLA SSO registration was approved",
    title: "Your registration was approved",
    lead: "You have an account already, to which the unit was added. Sign in the way you always do, or with ThaiID.",
  },
  suspended: {
    way: "Find your unit’s SSO Admin",
    subject: "Your DLA SSO registration was approved, but your account is suspended",
    title: "Approved, but you cannot sign in yet",
    lead: "You have an account already, to which the unit was added. But that account is suspended, so you cannot sign in yet. Ask your unit’s SSO Admin for the reason and to have it opened.",
  },
  locked: {
    way: "See how a locked account is opened",
    subject: "Your DLA SSO registration was approved, but your account is locked",
    title: "Approved, but you cannot sign in yet",
    lead: "You have an account already, to which the unit was added. But that account is locked for safety, so you cannot sign in yet. Open it with ThaiID by the link below, or ask your unit’s SSO Admin to recover it.",
  },
  returned: {
    subject: "Your DLA SSO registration needs a correction",
    title: "Your registration needs a correction",
    lead: "An officer looked at it and asks you to put the following right. You keep your place in the queue.",
    next: (dateTime) =>
      `Open the status page, enter the request number and the secret, and choose “Correct the request” before ${dateTime} (Bangkok time). After that the request ends.`,
  },
  rejected: {
    subject: "Your DLA SSO registration was not approved",
    title: "Your registration was not approved",
    lead: "An officer checked the request and did not approve it, for the following reasons.",
    next: () =>
      "If the facts change, or you think this is a mistake, ask your unit’s SSO Admin, or make a new request.",
  },
  reasons: (list) => `Reasons: ${list}`,
  fields: (list) => `To be put right: ${list}`,
  note: (text) => `From the officer: ${text}`,
  settled: {
    kept: {
      subject: "Your DLA SSO account is open again",
      title: "Your account is open again",
      lead: "An officer has decided that the account, which was locked while it was clarified whose national ID it has, is still yours. Everything in it is as before.",
      next: "Sign in the way you did before, then change your sign-in method to ThaiID on the account page, so that this doubt cannot arise again.",
    },
    given: {
      subject: "What was decided about your DLA SSO account",
      title: "This account is somebody else’s",
      lead: "An officer has decided that the national ID of the locked account belongs to the person whom ThaiID proved. The account is theirs, and your address and password no longer open it.",
      next: "If you still need the portal, register with your own ThaiID. If you think this is a mistake, ask your unit’s SSO Admin.",
    },
    helpers: "Find your unit’s SSO Admin",
  },
  known: {
    subject: "A DLA SSO registration with your national ID",
    title: "Somebody registers with your national ID",
    typed:
      "Somebody made a registration request with your national ID, which has an account already. If it was you, there is no need to register: sign in with that account.",
    disputed:
      "ThaiID proved that the national ID of this account belongs to somebody who is registering now. The account is locked and signed out everywhere until an officer decides whose it is.",
    notYouTitle: "If this was not you",
    notYou: (host) =>
      `Nobody has changed your account. Tell your unit’s SSO Admin, whom you find at ${host}. The officer who checks the request is warned as well.`,
  },
}
