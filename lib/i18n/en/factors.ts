import type { factors as th } from "../th/factors"
import type { Words } from "../words-type"

export const factors: Words<typeof th> = {
  title: "Authenticator app",
  lead: "An app on your phone that shows six digits, such as Google Authenticator or Microsoft Authenticator. It is safer than a mailed code.",
  none: "There is no authenticator app yet. For now a code is mailed to you.",
  unnamed: "App without a name",
  since: (date) => `Added on ${date}`,
  lastUsed: (dateTime) => `Last used ${dateTime}`,
  remove: "Remove this app",
  added: "The app was added. From your next sign-in on you are asked for its code instead of a mailed one.",
  removed: "The app was removed",
  kept: "The recovery codes are kept. They are not shown again.",
  link: "Authenticator app and recovery codes",
  add: {
    begin: "Add an authenticator app",
    title: "Add the app",
    scan: "Open the app and scan this QR code",
    qr: "QR code that adds the authenticator app",
    byHand: "Cannot scan it? Type this key into the app",
    name: "A name to know it by",
    nameHint: "Such as My phone. May be left empty.",
    code: "Code from the app",
    codeHint: "The six digits that the app shows now",
    submit: "Confirm and add the app",
  },
  codes: {
    title: "Recovery codes",
    lead: "Use one instead of the app when your phone is lost or broken. Each works once. They are shown this once: keep them safe, away from the phone.",
    made: (name, dateTime) => `For ${name}, made on ${dateTime}`,
    print: "Print this page with your browser, or copy the codes onto paper.",
    kept: "I have kept them",
    left: (count) => `${count} codes left`,
    renew: "Make new recovery codes (the old ones end)",
  },
  step: {
    title: "Enter the code from your app",
    lead: "Open the authenticator app on your phone and enter the code that it shows.",
    code: "Code from the app, or a recovery code",
    codeHint: "Six digits from the app, or the 16 signs of a recovery code",
    submit: "Confirm",
    lost: "Phone lost? Use a recovery code that you printed. If you have none, ask your unit’s SSO Admin.",
  },
  faults: {
    codeWrongForm: "The code has six digits. Check it and enter it again.",
    wrong: (left) =>
      `That code is not right, or was used. Wait for the next one in the app, and check that the phone’s clock is right. Attempts left: ${left}.`,
    factorWrongForm:
      "Enter six digits from the app, or the 16 signs of a recovery code. This does not count as a wrong guess.",
  },
}
