import type { support as th } from "../th/support"
import type { Words } from "../words-type"

export const support: Words<typeof th> = {
  help: {
    title: "Get help",
    lead: "The person who can help you soonest is your own unit’s SSO Admin. Contact the central helpdesk if that does not work.",
    adminTitle: "1. Your unit’s SSO Admin",
    adminBody:
      "Creates accounts, corrects details, grants rights, and helps when a password is forgotten or an account is suspended. Find the name and office telephone here.",
    search: "Unit name or code",
    searchHint: "For example 05360204",
    find: "Find SSO Admins",
    officeTitle: "2. The office that supervises your unit",
    officeBody:
      "If your unit has no SSO Admin, or cannot be reached, contact the district office for local administration and then the provincial office. The same search finds them.",
    deskTitle: "3. Central helpdesk",
    telephone: "Telephone",
    hours: "Opening hours",
    openChat: "LINE group",
    openChatLink: "Join the LINE OpenChat",
    openChatQr: "QR code for joining the LINE OpenChat",
    deskEmpty:
      "The Department has not announced a telephone number or LINE OpenChat yet. Until then, contact your unit’s SSO Admin or the supervising office.",
    deskUnknown: "The telephone number cannot be read just now. Open this page again in a moment.",
    tellTitle: "What to tell them",
    tell: {
      who: "Your unit’s name and your user name",
      when: "The date and time, with the message on the screen or its reference",
      never: "Never tell anyone your password or one-time code. Staff will never ask for them.",
    },
  },
  privacy: {
    title: "Privacy notice",
    lead: "This notice says which personal data the portal keeps, why, for how long, and what rights you have under the Personal Data Protection Act B.E. 2562 (2019).",
    dated: (date) => `Version of ${date}`,
    controllerTitle: "Who is responsible",
    controller:
      "The Department of Local Administration. Your unit takes part, through its SSO Admin, in looking after the data of its own users.",
    dataTitle: "What we keep and why",
    dataHeadings: { what: "Data", why: "Used to" },
    data: {
      identity: {
        what: "Name and national ID number (stored encrypted)",
        why: "Make sure you are the same person, and that nobody gets two accounts",
      },
      work: {
        what: "Unit, post, staff kind, office telephone",
        why: "Give rights that match duties, and show the public who the SSO Admins are",
      },
      signIn: {
        what: "User name, e-mail address and password (only a form that cannot be turned back)",
        why: "Sign you in and send you one-time codes",
      },
      rights: {
        what: "Rights in each system, who granted them, and the order they rest on",
        why: "Show who may use which system, and why",
      },
      record: {
        what: "Time, network address and kind of device of each use",
        why: "Keep the portal secure and comply with the Computer Crime Act",
      },
    },
    basisTitle: "Legal basis",
    basis:
      "Carrying out a public task and legal duties (section 24 (4) and (6)). We do not ask for consent to what official work requires.",
    keepTitle: "How long we keep it",
    keep: {
      account: "Account and rights: as long as the account exists, and at least 90 days after it is closed",
      audit: "Records of authentication and of changes of rights (audit): 2 years",
      traffic: "Computer traffic data: at least 90 days and at most 1 year",
      mail: "E-mails with one-time codes: the text is wiped once sent, or within 24 hours if it cannot be sent",
    },
    shareTitle: "Who receives it",
    share: {
      systems: "A connected system that you open receives your name, unit and rights in that system.",
      public:
        "Names, posts and office telephones of SSO Admins are public. E-mail addresses and ID numbers are not.",
      law: "Authorities with legal power, on a written order.",
    },
    rightsTitle: "Your rights",
    rights:
      "You may ask to see, copy, correct, object to, restrict or erase your data. We answer within 30 days. Ask through your unit’s SSO Admin or the central helpdesk. If you are not satisfied, you may complain to the Office of the Personal Data Protection Committee.",
    cookiesTitle: "Cookies",
    cookies:
      "We use only cookies that the portal needs. There are no advertising or tracking cookies, and nothing goes to third parties.",
    cookieHeadings: { what: "Cookie", why: "Used to", howLong: "Kept for" },
    cookieList: {
      session: {
        what: "Session",
        why: "Remember that you are signed in",
        howLong: "Until you sign out, at most 12 hours",
      },
      flow: {
        what: "Sign-in under way",
        why: "Tie the one-time code to the device that asked for it",
        howLong: "Until sign-in is finished, at most 30 minutes",
      },
      recovery: {
        what: "Recovery under way",
        why: "Tie the mailed code to the device that asked for it",
        howLong: "Until the browser closes; of use for an hour at most",
      },
      registration: {
        what: "Registration and its status",
        why: "Ties a request to the device that fills it in or looks at it",
        howLong: "Until the browser is closed; a look at the status 30 minutes at most",
      },
      device: {
        what: "Known device",
        why: "Keep strangers who guess at your password from shutting you out",
        howLong: "At most 1 year",
      },
      message: { what: "Message", why: "Show why something was refused", howLong: "20 minutes" },
      typed: {
        what: "What you had typed (encrypted)",
        why: "Spare you from typing it again when a form is refused",
        howLong: "10 minutes",
      },
      language: { what: "Language", why: "Remember the language you chose", howLong: "1 year" },
    },
    contactTitle: "Contact",
    contact: "For questions about personal data, use the help page.",
  },
  accessibility: {
    title: "Accessibility",
    lead: "This portal is meant to work for everyone, following WCAG 2.2 level AA.",
    canTitle: "What you can do",
    can: {
      keyboard: "Use every page with the keyboard alone, and always see where you are",
      reader: "Use a screen reader: every field has a name and an explanation",
      zoom: "Enlarge text to 400%, and use a screen 320 pixels wide without scrolling sideways",
      script: "Use the portal with JavaScript turned off",
      theme: "Have light or dark pages as your device is set; no state is told by colour alone",
      paste: "Paste passwords and one-time codes, and use a password manager",
    },
    knownTitle: "Known limits",
    known:
      "Documents made by other organisations and some PDF manuals may not work fully with screen readers yet.",
    tellTitle: "If something does not work for you",
    tell: "Tell us the page and what stopped you through the help page. Until it is mended, your unit’s SSO Admin can help you with the task.",
  },
}
