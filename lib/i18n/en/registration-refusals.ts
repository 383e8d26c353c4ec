import type { registrationRefusals as th } from "../th/registration-refusals"
import type { Words } from "../words-type"

export const registrationRefusals: Words<typeof th> = {
  "registration.too-many": "Too many registrations were begun from this network. Try again after {until}.",
  "registration.privacy-changed": "The privacy notice has changed. Read the present one and start again.",
  "registration.gone":
    "There is no request in this browser. Start one, or use your request number and secret.",
  "registration.expired": "The time of this request is over, and what was typed is deleted. Start again.",
  "registration.stale":
    "This request was saved from another tab or device meanwhile, so nothing was saved now. Look at it as it is and save again.",
  "registration.closed": "This request was sent or has ended, so this can't be done. See how it stands.",
  "registration.incomplete":
    "Something is missing. Look at the pages that are not complete and send it again.",
  "registration.reason-missing":
    "Say why you need the system, since you are no permanent staff of this unit.",
  "registration.unit-unknown": "There is no such unit. Find and choose it again.",
  "registration.has-account":
    "You have an account already and need not register. Sign in with ThaiID, or recover the account.",
  "registration.secret-wrong": "The request number or the secret is wrong. Compare them with your slip.",
  "registration.number-closed": "Too many wrong tries. Try again after {until}.",
  "registration.too-many-codes": "Too many codes were asked for. Ask again after {until}.",
  "registration.code-wrong": "The code is wrong. {left} tries left.",
  "registration.code-gone": "The code has expired, was used, or was wrong five times. Ask for a new one.",
  "registration.no-email":
    "This request has no confirmed address yet. Go on in the browser in which it was begun.",
  "registration.no-document": "Attach at least one accepted document before you send the request.",
  "registration.documents-waiting":
    "Your files have arrived, but the virus scanner is not answering, so the request cannot be sent yet. There is no need to send the files again; what you filled in is saved. Come back later and send it, or ask for the number and secret on this page to go on elsewhere.",
  "registration.documents-checking":
    "A file is still being checked. Wait a moment and send the request again.",
}
