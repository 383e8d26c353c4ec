import type { invitations as th } from "../th/invitations"
import type { Words } from "../words-type"

export const invitations: Words<typeof th> = {
  mail: {
    subject: "Your DLA SSO account is ready to be opened",
    preview: (dateTime) => `The link is valid until ${dateTime}`,
    title: "Open your account",
    lead: (dateTime) =>
      `Your DLA SSO account was approved on ${dateTime} (Bangkok time). One step is left, which you alone can take: to open it.`,
    how: "Open this link and press the button that asks for a code. It comes to this address in another mail. Then choose ThaiID, or set a password.",
    link: "Open the account",
    until: (dateTime) => `The link is valid until ${dateTime} (Bangkok time). Do not pass it on to anyone.`,
    notYouTitle: "If you know nothing of this",
    notYou: (host) =>
      `Somebody may have mistyped an address. Leave the link alone: nobody can use the account without the code that comes to this address. If in doubt, tell your unit’s SSO Admin, found at ${host} under the look-up of SSO Admins.`,
  },
  title: "Open your account",
  open: {
    lead: (email) =>
      `Press the button to get a code. It has six digits, goes to ${email}, and is good for 24 hours.`,
    submit: "Send me a code",
    until: (dateTime) => `The invitation is valid until ${dateTime} (Bangkok time)`,
  },
  shut: {
    titles: {
      expired: "The invitation has expired",
      accepted: "The account is in use already",
      gone: "This link can’t be used any more",
      again: "Another code is needed",
    },
    door: "Go to sign-in",
    lookup: "Find your unit’s SSO Admin",
  },
  code: {
    title: "Enter the code from your mail",
    sent: "The code went to",
    label: "Six-digit code",
    hint: "Thai or Arabic digits",
    until: (dateTime) => `The code is valid until ${dateTime} (Bangkok time)`,
    submit: "Confirm the code",
    noMail:
      "No mail? Look in the junk folder, or open the link in the invitation again and ask for another code.",
    wrongForm: "Enter the code as six digits",
  },
  choice: {
    title: "Choose how to sign in",
    until: (time) => `Finish this step before ${time}`,
    thaid: {
      title: "With the ThaiID app",
      lead: "Prove who you are in the app. There is no password to remember, and nobody but you can open the account.",
      submit: "Open with ThaiID",
    },
    password: {
      title: "Or with a password",
      required: "This account must sign in with ThaiID, so no password can be set.",
      nationalId: "National ID",
      nationalIdHint: "13 digits, to show that you are the one who was invited",
      username: "User name (optional)",
      usernameHint:
        "4 to 40 Latin letters or digits, a letter first; dots, hyphens and underscores may stand in it. If left empty, sign in with your 13-digit number, which always works.",
      submit: "Set the password and open the account",
    },
  },
  faults: {
    nationalIdWrong: "This is not a national ID. Check all 13 digits and enter it again.",
    usernameWrong:
      "A user name has 4 to 40 Latin letters, digits, dots, hyphens or underscores, and begins with a letter.",
  },
  codeMail: {
    subject: "Code to open your DLA SSO account",
    preview: (dateTime) => `The code is valid until ${dateTime}`,
    title: "Code to open your account",
    lead: "Type this code into the page on which you asked for it.",
    notYouTitle: "If you did not ask for it",
    notYou:
      "Somebody else opened the link of your invitation. Tell this code to nobody: without it the account can’t be opened. Then tell your unit’s SSO Admin.",
  },
}
