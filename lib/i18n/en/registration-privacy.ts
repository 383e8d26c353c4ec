import type { registrationPrivacy as th } from "../th/registration-privacy"
import type { Words } from "../words-type"

export const registrationPrivacy: Words<typeof th> = {
  title: "Privacy notice for registration",
  version: (version) => `Version ${version}`,
  who: {
    title: "Who keeps your data",
    body: "The Department of Local Administration is the data controller. The help page tells how to reach its data protection officer.",
  },
  what: {
    title: "What is kept",
    body: "Title, name, national ID, unit, post, kind of staff, office telephone, e-mail address and the documents that you attach. Number and documents are kept encrypted. No copy of your ID card is asked for.",
  },
  why: {
    title: "Why",
    body: "To check who you are and where you work before an account for government systems is opened. This is a task in the public interest under section 24 (4) of the Personal Data Protection Act B.E. 2562. Without the data no account can be opened.",
  },
  whom: {
    title: "Who sees it",
    body: "The officers who decide for the unit you choose and the office above it. Every look at a document is recorded, and nothing is passed on to others.",
  },
  howLong: {
    title: "How long",
    body: "A request that was not sent is deleted after 30 days, one handed back for correction ends after 30 days. With an account the data are kept as long as it exists, and the record of the decision for two years.",
  },
  rights: {
    title: "Your rights",
    body: "You may ask to see, copy, correct or delete your data, object to their use or have it restricted; the answer comes within 30 days. You may complain to the Office of the Personal Data Protection Committee. You can withdraw a request yourself on the status page.",
  },
  whole: "Read the whole privacy notice",
}
