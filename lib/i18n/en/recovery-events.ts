import type { recoveryEvents as th } from "../th/recovery-events"
import type { Words } from "../words-type"

export const recoveryEvents: Words<typeof th> = {
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
}
