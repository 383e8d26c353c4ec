import type { recovery as th } from "../th/recovery"
import type { Words } from "../words-type"

export const recovery: Words<typeof th> = {
  title: "Forgotten password, or can’t get in",
  byThaid: {
    title: "At once, with the ThaiID app",
    lead: "Prove who you are in the app, then set a new password or open a locked account.",
    submit: "Continue with ThaiID",
  },
  otherWays: {
    title: "Other ways",
    username: "Forgotten user name",
    usernameHint: "We mail it to your address. You can also sign in with your national ID number instead.",
    admin: "You can’t open the mailbox any more, or the account has no address",
    adminHint: "Your unit’s SSO Admin or the office above can help. Look them up here.",
  },
  username: {
    title: "Forgotten user name",
    number: "Your 13-digit national ID number works in place of the user name.",
    lead: "To be told your user name, enter the number and the e-mail address of your account.",
    nationalId: "National ID number",
    nationalIdHint: "13 digits",
    email: "E-mail address of the account",
    submit: "Mail me my user name",
    sentTitle: "Check your e-mail",
    sent: "If the number and the address belong to one account and the address is confirmed, we have mailed the user name there. Look in the junk folder, too.",
  },
  unlock: {
    title: "Open the locked account",
    lead: "ThaiID has proved who you are. Press the button to open the account, then sign in with ThaiID as usual.",
    submit: "Open the account",
    doneTitle: "The account is open",
    done: "You can sign in with ThaiID now. The owner of the account was told by e-mail.",
  },
  byMail: {
    title: "Set a new password by e-mail",
    lead: "Enter your user name or national ID number. We will mail a six-digit code to the address of that account.",
    submit: "Mail me a code",
  },
  code: {
    title: "Enter the code from the e-mail",
    sent: "If there is such an account and it has a confirmed address, we have mailed it. Enter the six-digit code from that e-mail.",
    code: "Six-digit code",
    hint: "From the latest e-mail; Thai or Arabic digits",
    until: (time) => `The code is valid until ${time}`,
    submit: "Confirm the code",
    noneTitle: "No e-mail?",
    junk: "Look in the junk or spam folder, and wait a little. The e-mail may name another way instead of a code.",
    spelling: "Check that the user name was right, then ask again.",
    noAddress:
      "If the account has no address yet, or you can no longer open its mailbox, ask your unit’s SSO Admin.",
    again: "Ask for a new code",
    lookup: "Find your unit’s SSO Admin",
  },
  password: {
    title: "Set a new password",
    until: (time) => `Finish before ${time}`,
    effect:
      "Once saved, the account is signed out everywhere. Then sign in with this password and the second step as usual.",
    submit: "Save the new password",
  },
  done: {
    title: "Your new password is set",
    body: "The account was signed out everywhere and its owner was told by e-mail. You can sign in with the new password now.",
    held: "To be safe, any administrative powers of this account rest for 72 hours, unless you sign in with ThaiID.",
    signIn: "Go to sign-in",
  },
  faults: {
    addressMissing: "Enter the e-mail address of your account",
    addressWrong: "The address is not right. Check it and enter it again, such as name@example.go.th",
    codeWrongForm: "The code has six digits. Check it and enter it again; this did not count as a wrong code",
  },
  held: {
    title: "This account’s password was reset after it was forgotten",
    body: (dateTime) =>
      `Your administrative powers, if any, rest until ${dateTime} (Bangkok time). Systems that you may use work as usual. Sign in with ThaiID to use your powers at once.`,
    notYou:
      "If it was not you who reset it, press “This wasn’t me” in the e-mail, or tell your unit’s SSO Admin at once.",
  },
  alarm: {
    title: "This wasn’t me",
    lead: "Press the button if you think that someone else uses your account, or is about to.",
    effects: {
      lock: "The account is locked: nobody gets in, nor do you.",
      out: "It is signed out everywhere at once.",
      ways: "Recoveries and sign-ins that are under way are cancelled.",
    },
    after: "You can open it again at once with ThaiID, or ask your unit’s SSO Admin.",
    submit: "Lock this account",
    leave: "Don’t lock it, go to the front page",
    doneTitle: "The account is locked",
    done: "Nobody can use the account until it is opened again. This was recorded.",
    helpers: "Who can help",
    byThaid:
      "With the ThaiID app you can open it yourself at once, on the page “Forgotten password, or can’t get in”.",
    goneTitle: "This link no longer works",
    lookup: "Find your unit’s SSO Admin",
    recover: "Go to “Forgotten password, or can’t get in”",
  },
}
