import type { email as th } from "../th/email"
import type { Words } from "../words-type"

export const email: Words<typeof th> = {
  title: "E-mail address for codes",
  current: "Your address at present",
  none: "You have none yet",
  verified: "confirmed",
  unverified: "not confirmed yet, so no code is sent to it",
  saved: "The address is confirmed. From now on your codes are mailed to it.",
  withdrawn: "Withdrawn. Your address is what it was.",
  sentAgain: "Fresh codes are on their way. Use those in the newest e-mails.",
  askedFrom: (date) =>
    `From ${date}, a password no longer opens the door to whoever has no confirmed address.`,
  notSettable:
    "The mailed code is required by now, so a password alone cannot set an e-mail address. Ask your unit's SSO Admin to put it right.",
  lookup: "Look up your unit's SSO Admin",
  start: {
    set: "Set your address",
    change: "Change your address",
    address: "New e-mail address",
    addressHint: "One of your own that you can open while you sign in, not your office's shared one.",
    password: "Your password",
    passwordHint: "Once more, to show that it is you.",
    toNew: "A code is mailed to the new address. You enter it on the next page.",
    toBoth:
      "A code is mailed to the address you have now and another to the new one. You enter both on the next page. If you can no longer open the one you have now, ask your unit's SSO Admin.",
    told: "The SSO Admins who look after your unit are told that you set an address.",
    submit: "Send the code",
  },
  confirm: {
    title: "Enter the code",
    sentBoth: (former) => `and another to your present address, ${former}`,
    code: "Code from the new address",
    formerCode: "Code from your present address",
    submit: "Confirm the address",
    junk: "No e-mail? Look in the junk folder, and check that the address above is right.",
    resend: "Send the codes again",
    resendAt: (remaining) => `The codes can be sent again in ${remaining}`,
    withdraw: "Withdraw, keep my address",
    withdrawFirst: "Withdraw and enter another address",
  },
  reminder: {
    title: "Set an e-mail address for codes",
    body: (date) =>
      `Your account has no confirmed e-mail address. From ${date} you cannot sign in by password without one.`,
    link: "Set it now",
  },
  faults: {
    addressMissing: "Enter the new e-mail address",
    addressWrong: "That is not an e-mail address. Check it and enter it again, such as name@example.go.th",
    passwordMissing: "Enter your password",
    passwordWrong: "The password is not right. Check the keyboard's language and enter it again.",
    codeWrongForm: "A code is 6 digits. Check it and enter it again. This time does not count as wrong.",
  },
}
