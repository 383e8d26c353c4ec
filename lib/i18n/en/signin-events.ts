import type { signinEvents as th } from "../th/signin-events"
import type { Words } from "../words-type"

/** What the activity page says of signing in. */
export const signinEvents: Words<typeof th> = {
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
}
