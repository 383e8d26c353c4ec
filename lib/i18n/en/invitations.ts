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
