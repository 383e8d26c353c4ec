import type { mail as th } from "../th/mail"
import type { Words } from "../words-type"

export const mail: Words<typeof th> = {
  sender: "DLA SSO, the sign-in service of Thailand’s local administrative organisations",
  automatic: "This message was sent automatically. Please do not reply.",
  otp: {
    subject: "Your one-time code to sign in to DLA SSO",
    preview: (time) => `The code is valid until ${time}`,
    title: "Your one-time code to sign in",
    lead: "Enter this code on the sign-in page that you have open.",
    until: (dateTime) => `Valid until ${dateTime} (Bangkok time), for one use.`,
    requested: (dateTime) => `Requested on ${dateTime} (Bangkok time).`,
    where: (host) => `Enter the code at ${host} only. No member of staff will ever ask you for it.`,
    notYouTitle: "If you are not signing in",
    notYou:
      "Someone entered your password correctly. Do not give this code to anyone: without it they cannot get in. Tell your unit’s SSO Admin as soon as you can, so that your password can be replaced.",
  },
  alarm: {
    link: "This wasn’t me: lock this account",
    hint: "The link opens a page with a button. The account is locked only when the button is pressed. It can be used for 14 days.",
  },
  recoveryCode: {
    subject: "Code to set a new DLA SSO password",
    preview: (time) => `The code is valid until ${time}`,
    title: "Code to set a new password",
    lead: "Enter this code on the forgotten-password page that you have open.",
    notYouTitle: "If you did not ask for it",
    notYou:
      "Your password is unchanged, and nobody can change it without this code. You need not do anything, but do not give the code to anyone. If you think that someone else can read your mail, lock the account.",
  },
  recoveryOtherWay: {
    subject: "Someone asked to reset your DLA SSO password",
    preview: (dateTime) => `Asked on ${dateTime}`,
    title: "Your account works another way",
    lead: (dateTime) =>
      `Someone asked on ${dateTime} (Bangkok time) to reset the password of your account, which is not possible by e-mail.`,
    ways: {
      thaid:
        "Your account signs in with ThaiID and needs no password. Press “Sign in with ThaiID” on the front page.",
      locked:
        "Your account is locked. Open it at once with ThaiID on the forgotten-password page, or ask your unit’s SSO Admin.",
      suspended: "Your account is suspended. Ask your unit’s SSO Admin for the reason and to have it opened.",
    },
    where: (host) => `Do this at ${host} only.`,
    notYouTitle: "If you did not ask for it",
    notYou: "Nothing has changed, and you need not do anything.",
  },
  usernameReminder: {
    subject: "Your DLA SSO user name",
    preview: (dateTime) => `Asked on ${dateTime}`,
    title: "Your user name",
    lead: (name) => `The user name of your account is ${name}`,
    none: "(none was set; use your 13-digit national ID number)",
    also: "Your 13-digit national ID number always works in its place.",
    at: (dateTime) => `Asked on ${dateTime} (Bangkok time).`,
    notYouTitle: "If you did not ask for it",
    notYou:
      "Nothing has changed, and you need not do anything. Whoever asked knew your number and address, but was told nothing.",
  },
  recoveryAsked: {
    subject: "Someone asked to recover your DLA SSO account",
    preview: (dateTime) => `You can cancel until ${dateTime}`,
    title: "Your account is being recovered for you",
    lead: (dateTime) =>
      `Your unit’s SSO Admin, or the office above, asked on ${dateTime} (Bangkok time) to recover your account. Once approved, a link is mailed with which the owner alone sets a new password; administrators never see it.`,
    until: (dateTime) =>
      `If you did not ask for help, cancel with this link before ${dateTime} (Bangkok time). Where two people approve, the link may be sent earlier.`,
    link: "Cancel this recovery",
    notYouTitle: "If you know nothing of this",
    notYou:
      "Cancel with the link above, and your account stays as it is. Or lock it first, if you think that someone else is getting in.",
  },
  recoveryLink: {
    subject: "Link to set a new DLA SSO password",
    preview: (dateTime) => `Valid until ${dateTime}`,
    title: "You can set a new password now",
    lead: (dateTime) =>
      `The recovery of your account was approved on ${dateTime} (Bangkok time). Open this link and press the button to set a new password yourself.`,
    until: (dateTime) =>
      `Valid for one use until ${dateTime} (Bangkok time). Do not pass it on to anyone, administrators included.`,
    link: "Set a new password",
    notYouTitle: "If you know nothing of this",
    notYou:
      "Do not open the link above. Lock the account first with the link below, then tell your unit’s SSO Admin.",
  },
  accountOpened: {
    subject: "Your DLA SSO account is open again",
    preview: (dateTime) => `Opened on ${dateTime}`,
    title: "Your account is open again",
    lead: "The owner of the account was proved and the locked account was opened. It was signed out everywhere.",
    at: (dateTime) => `On ${dateTime} (Bangkok time).`,
    yours: "If this was you, there is nothing to do.",
    notYouTitle: "If this was not you",
    notYou: (host) =>
      `Lock the account again with the link below, then tell your unit’s SSO Admin at once. Look up who that is at ${host}.`,
  },
  accountLocked: {
    subject: "Your DLA SSO account is locked",
    preview: (dateTime) => `Locked on ${dateTime}`,
    title: "Your account is locked",
    lead: "Someone pressed “This wasn’t me” in a notice about this account. It was locked and signed out everywhere. Nobody can use it until it is opened again.",
    at: (dateTime) => `On ${dateTime} (Bangkok time).`,
    yours:
      "If it was you, open the account at once with ThaiID on the forgotten-password page, or ask your unit’s SSO Admin.",
    notYouTitle: "If this was not you",
    notYou: (host) =>
      `Someone else can read your mail. Change the password of your mailbox, then tell your unit’s SSO Admin. Look up who that is at ${host}.`,
  },
  newDevice: {
    subject: "New sign-in to your DLA SSO account",
    preview: (dateTime) => `Signed in on ${dateTime}`,
    title: "Sign-in from a new device",
    lead: "Your account was signed in to from a device or browser it had not been used on before.",
    at: (dateTime) => `On ${dateTime} (Bangkok time).`,
    yours: "If this was you, there is nothing to do.",
    notYouTitle: "If this was not you",
    notYou: (host) =>
      `Sign in at ${host}, open “My account”, and end the session you do not recognise. Then tell your unit’s SSO Admin as soon as you can, so that your password can be replaced.`,
  },
  factorChanged: {
    subject: "The way you prove who you are at DLA SSO was changed",
    preview: (dateTime) => `Changed on ${dateTime}`,
    title: "A sign-in factor of your account was changed",
    changes: {
      "totp-added": "An authenticator app was added to your account. From now on you are asked for its code.",
      "totp-removed": "An authenticator app was removed from your account.",
      "passkey-added": "A passkey was added to your account. It can be used to sign in.",
      "passkey-removed": "A passkey was removed from your account.",
      "passkey-stopped":
        "A passkey of your account is no longer taken: there are signs that somebody has made a copy of it. Remove it under My account and add a new one.",
      "recovery-codes-made": "New recovery codes were made. The ones before are of no use any more.",
      "recovery-code-used": "One of your recovery codes was used. It is of no use any more.",
    },
    at: (dateTime) => `On ${dateTime} (Bangkok time).`,
    yours: "If this was you, there is nothing to do.",
    notYouTitle: "If this was not you",
    notYou: (host) =>
      `Tell your unit’s SSO Admin at once, to have the account suspended. Look up who that is at ${host}.`,
  },
  emailCode: {
    subject: "Code to confirm your e-mail address for DLA SSO",
    preview: (time) => `The code is valid until ${time}`,
    title: "Code to confirm your e-mail address",
    toNew:
      "Someone gave this as the address for the one-time codes of a DLA SSO account. If it was you, enter this code on the e-mail page that you have open.",
    toFormer:
      "Someone asked that the one-time codes of your account go to another address. If it was you, enter this code on the e-mail page that you have open.",
    notYouTitle: "If this was not you",
    notYou:
      "Do not give this code to anyone: without it the address stays as it is. If you have an account, tell your unit’s SSO Admin as soon as you can.",
  },
  methodChanged: {
    subject: "Your DLA SSO account signs in another way now",
    preview: (dateTime) => `Changed on ${dateTime}`,
    title: "The sign-in method was changed",
    methods: { thaid: "ThaiID only", password: "user name and password" },
    lead: (method) => `From now on your account signs in with ${method}.`,
    at: (dateTime) => `Changed on ${dateTime} (Bangkok time).`,
    yours: "If this was you, there is nothing to do.",
    notYouTitle: "If this was not you",
    notYou: (host) =>
      `Tell your unit’s SSO Admin at once, to have the account suspended. Look up who that is at ${host}.`,
  },
  emailChanged: {
    subject: "The e-mail address of your DLA SSO account was changed",
    preview: (dateTime) => `Changed on ${dateTime}`,
    title: "The address for your one-time codes was changed",
    lead: "From now on the one-time codes of your account no longer come to this address.",
    at: (dateTime) => `Changed on ${dateTime} (Bangkok time).`,
    yours: "If this was you, there is nothing to do.",
    notYouTitle: "If this was not you",
    notYou: (host) =>
      `Tell your unit’s SSO Admin at once, to have the account suspended. Look up who that is at ${host}.`,
  },
  passwordChanged: {
    subject: "The password of your DLA SSO account was changed",
    preview: (dateTime) => `Changed on ${dateTime}`,
    title: "Your password was changed",
    lead: "Your account has a new password. The former one no longer works.",
    at: (dateTime) => `Changed on ${dateTime} (Bangkok time).`,
    yours: "If this was you, there is nothing to do.",
    notYouTitle: "If this was not you",
    notYou: (host) =>
      `Have your unit’s SSO Admin suspend the account at once. You find their names at ${host}, under the look-up of SSO Admins.`,
  },
  manyFailures: {
    subject: "Many wrong passwords for your DLA SSO account",
    preview: (dateTime) => `Most recently on ${dateTime}`,
    title: "Many wrong passwords",
    lead: "Someone tried to sign in to your account and entered wrong passwords many times in one day. None of these attempts got in.",
    at: (dateTime) =>
      `Most recently on ${dateTime} (Bangkok time). You are told of this once a day at the most.`,
    yours: "If this was you, there is nothing to do.",
    notYouTitle: "If this was not you",
    notYou: (host) =>
      `Your password need not be changed unless someone knows it. Sign in at ${host}, open “My account” and look through “Account activity” for anything that was not you. If there is, tell your unit’s SSO Admin.`,
  },
  emailSet: {
    subject: "An official of your unit set an address for one-time codes",
    preview: (dateTime) => `Set on ${dateTime}`,
    title: "An official of your unit set an address for one-time codes",
    lead: (name) =>
      `${name} set and confirmed an e-mail address for one-time codes, having signed in by password.`,
    at: (dateTime) => `On ${dateTime} (Bangkok time).`,
    check:
      "You are told because you are the SSO Admin who looks after this person. Ask whether it was they who did so.",
    notYouTitle: "If it was not",
    notYou:
      "Somebody else knows this person’s password. Tell the office above, or the central helpdesk, at once to have the account suspended.",
  },
}
