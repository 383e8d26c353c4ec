import type { activity as th } from "../th/activity"
import type { Words } from "../words-type"
import { invitationEvents } from "./invitation-events"
import { orderEvents } from "./order-events"
import { registrationEvents } from "./registration-events"

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
    ...invitationEvents,
    "signin.factor": {
      done: "Signed in with the password and an authenticator app or recovery code",
      refused: "A wrong app code or recovery code was entered",
    },
    "signin.step-up-factor": {
      done: "Confirmed it was you with an app or recovery code",
      refused: "A wrong app or recovery code was entered when confirming it was you",
    },
    "signin.change-strong-factor-start": {
      done: "Changed the day from which administrators need a strong factor",
      refused: "Could not change the day from which administrators need a strong factor",
    },
    "factors.begin-passkey": {
      done: "Began to add a passkey",
      refused: "Could not begin to add a passkey",
    },
    "factors.add-passkey": { done: "Added a passkey", refused: "Could not add a passkey" },
    "factors.remove-passkey": { done: "Removed a passkey", refused: "Could not remove a passkey" },
    "signin.passkey-start": {
      done: "Was asked for a passkey",
      refused: "Could not begin to confirm with a passkey",
    },
    "signin.passkey": {
      done: "Signed in by passkey",
      refused: "Tried to sign in by passkey, without success",
    },
    "signin.passkey-step": {
      done: "Signed in with the password and a passkey",
      refused: "The right password was entered, but the passkey did not confirm it",
    },
    "signin.step-up-passkey": {
      done: "Confirmed it was you with a passkey before a sensitive change",
      refused: "Tried to confirm it was you with a passkey, without success",
    },
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
    "signin.password": {
      done: "The right password was entered, and a code was mailed to you",
      factor: "The right password was entered, and the second step was asked for",
      portal: "Signed in by password",
      refused: "A wrong password was entered",
      shut: "The right password was entered, but the account may not sign in",
    },
    "signin.code": {
      done: "Signed in by password and mailed code",
      refused: "A wrong or expired code was entered",
    },
    "signin.thaid-start": {
      done: "Began to sign in by ThaiID",
      refused: "Could not begin to sign in by ThaiID",
    },
    "signin.thaid-return": {
      done: "Came back from the ThaiID app",
      refused: "Confirming in the ThaiID app did not work",
    },
    "signin.thaid": {
      done: "Signed in by ThaiID",
      refused: "ThaiID confirmed who you are, but the account could not be signed in to",
    },
    "signin.start-method-change": {
      done: "Began to change the sign-in method",
      refused: "Could not begin to change the sign-in method",
    },
    "signin.change-method": {
      done: "Changed the sign-in method",
      refused: "Tried to change the sign-in method, but ThaiID did not confirm the owner",
    },
    "signin.resend-code": {
      done: "Another code was asked for",
      refused: "Another code was asked for, too soon",
    },
    "signin.accept-duties": {
      done: "Accepted the duties of use",
      refused: "The duties of use were not accepted",
    },
    "signin.change-second-factor-start": {
      done: "Changed the day from which the portal asks everyone for a code",
      refused: "Could not change the day from which the portal asks everyone for a code",
    },
    "signin.change-thaid-duty": {
      done: "Changed who must sign in with ThaiID",
      refused: "A change of who must sign in with ThaiID did not come through",
    },
    "signin.step-up-password": {
      done: "Entered the password once more before a sensitive change",
      refused: "Entered a wrong password before a sensitive change",
    },
    "signin.step-up-thaid-start": {
      done: "Began to confirm with ThaiID before a sensitive change",
      refused: "Could not begin to confirm with ThaiID",
    },
    "signin.step-up-thaid": {
      done: "Confirmed with ThaiID before a sensitive change",
      refused: "Tried to confirm with ThaiID, without success",
    },
    "signin.step-up-code": {
      done: "Proved once more who it is, before a sensitive change",
      refused: "Entered a wrong or expired code before a sensitive change",
    },
    "signin.resend-step-up-code": {
      done: "Had the code for a sensitive change sent again",
      refused: "Asked for the code for a sensitive change again, too soon",
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
    "recovery.start": {
      done: "Someone asked to reset the password by e-mail",
      refused: "Someone asked to reset the password too often",
    },
    "recovery.code": {
      done: "The code to reset the password was entered",
      refused: "A wrong code to reset the password was entered",
    },
    "recovery.reset-password": {
      done: "A new password was set after the old one was forgotten, and the account was signed out everywhere",
      refused: "Setting a new password after the old one was forgotten failed",
    },
    "recovery.thaid-start": {
      done: "A recovery with ThaiID was begun",
      refused: "Beginning a recovery with ThaiID failed",
    },
    "recovery.thaid": {
      done: "You proved with ThaiID who you are, to recover the account",
      refused: "Proving with ThaiID who you are, to recover the account, failed",
    },
    "recovery.unlock": {
      done: "The locked account was opened",
      refused: "Opening the locked account failed",
    },
    "recovery.username": {
      done: "Someone asked for the user name by e-mail",
      refused: "Someone asked for the user name too often",
    },
    "recovery.ask": {
      done: "A recovery of the account was opened",
      refused: "Opening a recovery of the account failed",
    },
    "recovery.approve": {
      done: "A recovery of the account was approved",
      refused: "Approving a recovery of the account failed",
    },
    "recovery.release": {
      done: "The link of a recovery was sent to the owner",
      refused: "Sending the link of a recovery failed",
    },
    "recovery.refuse": {
      done: "A recovery of the account was refused",
      refused: "Refusing a recovery of the account failed",
    },
    "recovery.cancel": {
      done: "The owner cancelled a recovery by e-mail",
      refused: "Cancelling a recovery by e-mail failed",
    },
    "recovery.link": {
      done: "The link of a recovery was opened",
      refused: "Opening the link of a recovery failed",
    },
    "recovery.alarm": {
      done: "“This wasn’t me” was pressed in a mail: the account was locked and signed out everywhere",
      refused: "“This wasn’t me” was pressed in a mail, without effect",
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
