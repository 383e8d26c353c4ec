import type { refusals as th } from "../th/refusals"
import type { Words } from "../words-type"
import { activationRefusals } from "./activation-refusals"
import { clientRefusals } from "./client-refusals"
import { importRefusals } from "./import-refusals"
import { machineRefusals } from "./machine-refusals"
import { memberRefusals } from "./member-refusals"
import { registrationRefusals } from "./registration-refusals"
import { rightsRefusals } from "./rights-refusals"
import { unitRefusals } from "./unit-refusals"

export const refusals: Words<typeof th> = {
  ...activationRefusals,
  ...machineRefusals,
  invalid: "Some of what you entered is not right yet. Correct the fields named here and send again.",
  forbidden: "Your account has no power to do this. Ask your unit's SSO Admin.",
  "not-found": "There is nothing here, or you may not see it.",
  "signin.wrong": "The user name or the password is not right. Check the keyboard's language and try again.",
  "signin.wait":
    "The password was wrong several times. To protect your account the portal makes you wait. Try again at {until}.",
  "signin.busy": "Very many people are signing in just now. Wait a moment and try again.",
  "signin.too-many-from-address":
    "Many sign-ins from this network have failed. Try again at {until}, or use another network.",
  "signin.password-closed":
    "Too many wrong passwords were entered for this account, so its password route is closed. Set a new one at “Forgotten password, or can’t get in”, or sign in with ThaiID.",
  "signin.suspended":
    "This account is suspended. Ask your unit's SSO Admin for the reason and for its return.",
  "signin.not-active": "This account is not in use yet, or was closed. Ask your unit's SSO Admin.",
  "signin.no-email":
    "This account has no confirmed e-mail address, so no code can be sent. Ask your unit's SSO Admin to put it right.",
  "signin.flow-gone":
    "This sign-in has run out of time or was used already. Start again with user name and password.",
  "signin.duties-changed": "The text of the duties has changed. Read the new one and accept it.",
  "signin.thaid-off": "Signing in with ThaiID is not open yet. Use your user name and password for now.",
  "signin.thaid-declined":
    "The request was declined or cancelled in the ThaiID app, so you are not signed in. If that was a slip, try again.",
  "signin.thaid-expired": "This confirmation ran out of time, or the page before was closed. Start again.",
  "signin.thaid-used": "A confirmation signs you in once, and this one was used already. Start again.",
  "signin.thaid-other-browser":
    "You must come back to the browser in which you began, so that no one else can use your confirmation. You can start again in this browser; it must accept cookies.",
  "signin.thaid-upstream":
    "ThaiID is slow or out of order. Try again in a moment, or use your password for now.",
  "signin.thaid-unverified":
    "What came from ThaiID did not pass our checks, so to be safe you were not signed in. Try again; if it happens again, tell the helpdesk.",
  "signin.thaid-misconfigured":
    "Our connection to ThaiID is set up wrongly. The fault is ours, not yours, and it was recorded. Use your password for now.",
  "signin.thaid-ial-too-low":
    "Your ThaiID is assured less than this portal requires. Complete the check of card and face for the ThaiID app, then try again.",
  "signin.thaid-card-expired":
    "Your national ID card has expired. Renew it and update the ThaiID app, then try again.",
  "signin.thaid-unknown":
    "ThaiID has confirmed who you are, but no account has this national ID number. Ask your unit's SSO Admin to create one.",
  "signin.thaid-disputed":
    "ThaiID has confirmed that this national ID number is yours, but an account that was never proved by ThaiID has it. That account is locked until an officer decides. Register with ThaiID to have it decided, even if the account is your own.",
  "signin.thaid-invited":
    "Your unit has invited you, but the account is not in use yet. Sign in with ThaiID at the front door, open the link in the invitation, or ask your unit's SSO Admin to send it again.",
  "signin.thaid-closed":
    "This account was closed. If you still need it, ask the SSO Admin of the unit where you work now.",
  "signin.thaid-only":
    "This account has chosen to sign in with ThaiID, so its password opens nothing. Use the ThaiID button.",
  "signin.thaid-required":
    "The Department has decided that your account signs in with ThaiID only. Your password was right, and opens the door no longer. Use the button below to sign in with ThaiID.",
  "signin.thaid-duty-short-notice":
    "That day is less than 30 days away. Who has no ThaiID yet may not manage in time and be kept out. If that is what you want, tick the confirmation and save again.",
  "signin.thaid-duty-lifted":
    "This rule is in force. To lift it or put it off lets passwords open the door again. If that is what you want, tick the confirmation and save again.",
  "signin.thaid-duty-prove-first":
    "This rule concerns your account as well. Sign in with your own ThaiID once, then set it, so that the administrators do not lock themselves out.",
  "signin.thaid-other-person":
    "Whoever confirmed in ThaiID is not the owner of this account, so nothing was changed. Use your own ThaiID and try again.",
  "signin.method-unchanged": "Your account signs in this way already, so nothing would change.",
  "signin.method-no-password":
    "This account has no password, so it cannot go back to one. Ask your unit's SSO Admin.",
  "signin.second-factor-confirm":
    "Until that day a password alone would be enough to sign in. If that is what you want, tick the box and save again.",
  "signin.second-factor-too-far": "The day must be within a year from today. Choose a nearer one.",
  "otp.wrong": "That code is not right. Look at the newest e-mail and enter it again. Attempts left: {left}.",
  "otp.expired": "That code has expired. Use the one in the newest e-mail, or have a new one sent.",
  "otp.guesses-used": "Five wrong codes: the code no longer works. Start again with user name and password.",
  "otp.too-many-wrong": "Too many wrong codes within an hour. Try again at {until}.",
  "otp.too-many-sent": "No more codes can be mailed to you within this hour. Ask for one again at {until}.",
  "otp.too-soon": "A code was sent just now. You can have another one sent at {until}.",
  "passwords.must-change": "Set a new password first; this can be done after that.",
  "passwords.current-wrong":
    "The password at present is not right. Check the keyboard's language and enter it again.",
  "passwords.same": "The new password is the one that you have already. Choose another.",
  "passwords.repeats":
    "This password says the same characters or words again and again, so it is easy to guess. Use several different words.",
  "passwords.common":
    "This password is a word or a row of keys that many people use, so it is easy to guess. Use a phrase that only you know.",
  "passwords.personal":
    "This password is made of your name, user name, e-mail address or number, so whoever knows you can guess it. Add words that have nothing to do with you.",
  "passwords.local":
    "This password is made of names of units or places, a year, the portal's name or words that everyone uses, so it is easy to guess. Add words that only you know.",
  "email.password-wrong": "The password is not right. Check the keyboard's language and enter it again.",
  "email.same": "This is your account's confirmed e-mail address already, so nothing would change.",
  "email.not-by-password":
    "The mailed code is required by now, so a password alone cannot set an e-mail address. Ask your unit's SSO Admin to put it right.",
  "email.change-gone":
    "This change of your e-mail address has run out of time, was withdrawn or was made already. Enter the address and start again.",
  "email.code-wrong":
    "That code is not right. Look at the newest e-mail and enter it again. Attempts left: {left}.",
  "email.guesses-used": "Five wrong codes: they no longer work. Enter the address and start again.",
  "recovery.too-many":
    "There were too many attempts to recover an account in a short time. Try again at {until}",
  "recovery.gone": "This recovery has expired, was cancelled or has been used. Start again",
  "recovery.code-wrong":
    "That code is not right. Check the latest e-mail and enter it again; {left} attempts left",
  "recovery.guesses-used": "Five wrong codes were entered, so the code no longer works. Ask for a new one",
  "recovery.thaid-only":
    "This account signs in with ThaiID and needs no password. Press “Sign in with ThaiID” on the front page",
  "recovery.disputed":
    "Somebody proved by ThaiID that this account's national ID number is theirs, and that request is being decided. Until then the account cannot be recovered.",
  "recovery.suspended":
    "This account cannot be used at present, so no password was set. Ask your unit’s SSO Admin",
  "recovery.no-such-member":
    "There is no such person in this unit. Check the user name or national ID number and enter it again",
  "recovery.own":
    "Nobody opens or approves the recovery of his own account. Ask another SSO Admin or the office above",
  "recovery.beyond-power":
    "This person belongs to another unit as well. The office above all of his units can recover the account",
  "recovery.not-recoverable":
    "This account is suspended, closed or not yet in use, so it cannot be recovered",
  "recovery.no-address":
    "This account has no confirmed address. Enter the owner’s new address; two persons must approve it",
  "recovery.already-asked": "A recovery of this account is waiting already; see the list",
  "recovery.decided": "This recovery was dealt with, cancelled or has expired; see the list",
  "recovery.approved-already": "You have approved this already. Another person must, or the wait must pass",
  "recovery.not-yet":
    "The link cannot be sent yet: enough people must approve, or the time in which the owner may cancel must pass",
  "recovery.link-gone":
    "This link has been used, was cancelled or has expired. Ask those who help you for a new one",
  "recovery.alarm-gone":
    "This link has been used or has expired. If you still think that someone else uses your account, tell your unit’s SSO Admin at once",
  "invitations.gone":
    "This invitation can't be used any more. A newer one may have been sent, or it was withdrawn. Open the link in the latest mail, or ask your unit's SSO Admin to send another.",
  "invitations.expired":
    "This invitation has expired: it was good for 14 days. Ask your unit's SSO Admin to send another, or sign in with ThaiID at once.",
  "invitations.accepted": "This account is in use already. Sign in as usual.",
  "invitations.too-many": "Codes were asked for too often. Ask again after {until}.",
  "invitations.code-wrong": "This code is wrong. You can try {left} more times.",
  "invitations.code-expired":
    "The code or this step has run out of time. Open the link in the invitation again and ask for another code.",
  "invitations.guesses-used":
    "Five wrong entries: this code can't be used any more. Open the link in the invitation again and ask for another code.",
  "invitations.other-number":
    "This is not the national ID of the person who was invited. You can try {left} more times. If the number is right, tell your unit's SSO Admin.",
  "invitations.username-taken":
    "Somebody else has this user name. Choose another, or leave it empty and use your 13-digit number.",
  ...registrationRefusals,
  "session.step-up-needed": "Confirm first that it is you",
  "signin.password-wrong": "The password is not right. Check the keyboard language and try again",
  "signin.step-up-gone": "This confirmation has run out or was used. Enter your password to begin again",
  "signin.use-factor":
    "This account has a passkey or an authenticator app. Use that or a recovery code instead of a mailed code.",
  "factors.too-many":
    "You have five authenticator apps or ten passkeys already. Remove one that you do not use first.",
  "factors.none-begun": "This app was not begun or its time is over. Begin to add the app anew.",
  "factors.none":
    "This account has neither a passkey nor an authenticator app, so there are no recovery codes.",
  "factors.last-needed":
    "An account with administrative power needs a passkey or an authenticator app. Add another one first, then remove this one.",
  "signin.strong-factor-confirm":
    "Until that day a mailed code would be enough for administrators. If that is what you want, tick the box and save again.",
  "factors.passkey-wrong":
    "The passkey could not be checked, or five minutes went by. Press the button and try again.",
  "factors.passkey-unknown":
    "This passkey is not known here. It may have been removed. Choose another one, or sign in another way.",
  "factors.passkey-known": "This passkey has been added already. Simply use it.",
  "factors.passkey-stopped":
    "This passkey is no longer taken: there are signs that somebody has made a copy of it. Use another way, then remove it under My account.",
  "factors.code-wrong":
    "The code from the app is not right. Wait for the next one, and check that the time on your phone is right.",
  "sessions.not-yours": "That session is not among yours. It may have ended already.",
  "sessions.no-such-seat": "You no longer belong to that unit. Choose another one.",
  "settings.stale":
    "Someone has changed this setting meanwhile, so yours was not saved. Look at the value in force, then save again if you still want to.",
  "cases.holiday-known":
    "That day is a holiday already, or on a weekend. Choose a working day on which offices will be closed.",
  "cases.holiday-gone": "That holiday has been changed already. See the list below.",
  "settings.unchanged": "The setting has this value already, so nothing would change.",
  "manuals.not-a-pdf":
    "This file is not a usable PDF, or it holds a password or a script. Choose another PDF.",
  "manuals.too-large": "The file is larger than 10 megabytes. Make it smaller and send it again.",
  "manuals.same-file": "This file is the same as the current version, so nothing would change.",
  "manuals.stale": "Someone has published a newer version meanwhile. Look at it and decide again.",
  "documents.none-chosen": "No file has been chosen. Choose one first, then send it.",
  "documents.empty": "This file is empty: there is nothing in it. Choose another one, or scan again.",
  "documents.too-large":
    "The file is larger than 10 megabytes. Scan it smaller, or split it into several files.",
  "documents.too-many":
    "Ten files have been sent already. Remove one that is not needed before you send another.",
  "documents.upload-gone": "This sending has ended. Open the page again to see whether the file has arrived.",
  "documents.wrong-offset":
    "The piece that was sent does not follow the one before. Open the page again and send the file once more.",
  "documents.interrupted": "The sending broke off and the file is not complete. Send the same file again.",
  "desk.own-request": "This request is yours or names you, so somebody else has to decide it",
  "desk.beyond-power":
    "You can see this case but not decide it. The unit itself or the office above it decides",
  "desk.claimed": "Somebody else has this case in hand until {until}. Take another one, or wait until then",
  "desk.someone-decided":
    "Someone else has decided or changed this case, so your decision was not recorded. Look at the case as it is now",
  "desk.documents-changed":
    "The documents changed after you opened this case, so your decision was not recorded. Look at them again",
  "desk.documents-unchecked":
    "A document is still being checked, so this can't be approved yet. Wait a little and try again",
  "desk.nothing-waiting": "No case of this filter waits for you",
  "desk.not-decided": "This case has no decision that could be undone or opened again",
  "desk.not-your-decision": "Somebody else decided this case, and only that person can undo it",
  "desk.undo-late":
    "The 30 seconds are over: the decision took effect and the applicant was told. Open the case again if it was wrong",
  "orders.not-yours": "This unit has an SSO Admin who can make the order, so the office above can only look.",
  "orders.not-open":
    "This order was sent already, or has ended, and can't be changed. Open it again to see how it stands.",
  "orders.field-shut": "The officer handed back other parts of this order; this one can't be changed.",
  "orders.stale":
    "Somebody changed this order while you had the page open. Look at it as it is now and try again.",
  "orders.number-taken":
    "An order of this number, year and issuer was sent already as request {request}. Check the number, year and issuer; the same paper need not be sent twice.",
  "orders.person-twice": "This order already names somebody with that national ID.",
  "orders.too-many-people": "One order names 30 people at the most; put the others into another order.",
  "orders.staff-reason-needed":
    "This person is no permanent official of this kind of unit: say why he is appointed.",
  "orders.incomplete": "The order isn't complete yet. Fill in what is missing before you send it.",
  "orders.no-scan":
    "There is no scan of the signed order yet that passed the check of files. Attach it and wait until it is ready.",
  ...rightsRefusals,
  ...clientRefusals,
  ...memberRefusals,
  ...importRefusals,
  ...unitRefusals,
}
