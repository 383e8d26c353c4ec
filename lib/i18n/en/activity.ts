import type { activity as th } from "../th/activity"
import type { Words } from "../words-type"
import { activationEvents } from "./activation-events"
import { caretakerEvents } from "./caretaker-events"
import { clientEvents } from "./client-events"
import { importEvents } from "./import-events"
import { invitationEvents } from "./invitation-events"
import { memberEvents } from "./member-events"
import { oidcEvents } from "./oidc-events"
import { orderEvents } from "./order-events"
import { oversightEvents } from "./oversight-events"
import { profileEvents } from "./profile-events"
import { recoveryEvents } from "./recovery-events"
import { registrationEvents } from "./registration-events"
import { rightsEvents } from "./rights-events"
import { signinEvents } from "./signin-events"
import { webhookEvents } from "./webhook-events"

export const activity: Words<typeof th> = {
  title: "Account activity",
  lead: (days) => `What happened with your account in the last ${days} days, the newest first.`,
  notYou: "If something here was not you, change your password at once and tell your unit's SSO Admin.",
  changePassword: "Change your password",
  link: "See the activity of your account",
  none: "Nothing yet",
  noneHere: "There is nothing on this page",
  firstPage: "See the newest",
  times: (count) => `${count} times`,
  from: (device, address) => `${device}, network address ${address}`,
  byStaff: "done by someone else who has the power to",
  byPortal: "done by the portal itself",
  neutral: "Something else was done with this account",
  asked: "Was asked to prove who it is once more before a sensitive change",
  events: {
    ...orderEvents,
    ...rightsEvents,
    ...webhookEvents,
    ...oidcEvents,
    ...clientEvents,
    ...memberEvents,
    ...importEvents,
    ...recoveryEvents,
    ...activationEvents,
    ...invitationEvents,
    ...caretakerEvents,
    ...oversightEvents,
    ...profileEvents,
    ...signinEvents,
    "cases.change-holidays": {
      done: "Changed the portal’s public holidays",
      refused: "Could not change the public holidays",
    },
    "factors.begin-passkey": {
      done: "Began to add a passkey",
      refused: "Could not begin to add a passkey",
    },
    "factors.add-passkey": { done: "Added a passkey", refused: "Could not add a passkey" },
    "factors.remove-passkey": { done: "Removed a passkey", refused: "Could not remove a passkey" },
    "factors.begin-totp": {
      done: "Began to add an authenticator app",
      refused: "Could not begin to add an authenticator app",
    },
    "factors.confirm-totp": {
      done: "Added an authenticator app",
      refused: "Could not add an authenticator app",
    },
    "factors.remove-totp": {
      done: "Removed an authenticator app",
      refused: "Could not remove an authenticator app",
    },
    "factors.renew-recovery-codes": {
      done: "Made new recovery codes",
      refused: "Could not make new recovery codes",
    },
    "sessions.sign-out": { done: "Signed out", refused: "Could not sign out" },
    "sessions.choose-membership": { done: "Chose the unit to work for", refused: "Could not choose a unit" },
    "sessions.end": { done: "Signed another device out", refused: "Could not sign another device out" },
    "sessions.end-others": {
      done: "Signed all other devices out",
      refused: "Could not sign all other devices out",
    },
    "passwords.change": {
      done: "Changed the password",
      refused: "Tried to change the password, but entered the present one wrongly",
    },
    "email.start-change": {
      done: "Began to set or change the e-mail address for codes",
      refused: "Tried to change the e-mail address for codes, but entered the password wrongly",
    },
    "email.resend-codes": {
      done: "Had the codes for the e-mail address sent again",
      refused: "Asked for the codes for the e-mail address again, too soon",
    },
    "email.withdraw-change": {
      done: "Withdrew the change of e-mail address",
      refused: "Could not withdraw the change of e-mail address",
    },
    "email.confirm": {
      done: "Confirmed the e-mail address for codes",
      refused: "Entered a wrong code for the e-mail address",
    },
    "documents.judge": { done: "A document was checked", refused: "A document could not be checked" },
    "documents.note-reading": { done: "A document was read", refused: "A document could not be read" },
    "documents.view": {
      done: "A document that you sent was looked at",
      refused: "Someone without the right tried to look at a document; it was not shown",
    },
    "documents.receive": { done: "Sent a document", refused: "A document was sent and not accepted" },
    "desk.claim": { done: "Took a case in hand", refused: "Could not take a case in hand" },
    "desk.claim-next": { done: "Took the next case in hand", refused: "Could not take the next case" },
    "desk.release": { done: "Put down the case in hand", refused: "Could not put down the case" },
    "desk.view": { done: "Looked at a case", refused: "Could not look at a case" },
    "desk.decide": { done: "Decided a case", refused: "Could not decide a case" },
    "desk.undo": { done: "Undid a decision", refused: "Could not undo a decision" },
    "desk.reopen": { done: "Opened a decided case again", refused: "Could not open a decided case again" },
    "desk.settle": { done: "A decision of mine took effect", refused: "A decision of mine took no effect" },
    ...registrationEvents,
    "manuals.publish": {
      done: "Published a new version of a manual",
      refused: "Could not publish a new version of a manual",
    },
    "support.change-contact": {
      done: "Changed how the Department's helpdesk is reached",
      refused: "Could not change how the Department's helpdesk is reached",
    },
  },
}
