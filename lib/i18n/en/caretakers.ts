import type { caretakers as th } from "../th/caretakers"
import type { Words } from "../words-type"

/** Powers of an office that looks after a unit for a while. */
export const caretakers: Words<typeof th> = {
  title: "Caretaker of the unit",
  lead: "Where a unit has no SSO Admin who can act, an office above looks after it for 30 days, which can be prolonged once.",
  open: "Caretaker of the unit",
  openAbout: "Which office looks after the unit; begin, prolong or end that",
  nobody: "No office looks after this unit now.",
  hasAdmin: "The unit has an SSO Admin who can act.",
  hasNoAdmin: "The unit has no SSO Admin who can act today.",
  current: (at) => `${at.office} has looked after it since ${at.since}, until ${at.until}`,
  wasRenewed: "Prolonged once; it cannot be again.",
  may: "A caretaker may",
  mayList: [
    "add, change, suspend and restore memberships of the unit's users",
    "grant and withdraw the users' rights in systems",
    "decide registrations that wait for this unit",
  ],
  mayNot: "A caretaker may not",
  mayNotList: [
    "appoint an SSO Admin of the unit",
    "open documents of the unit",
    "grant rights to himself or to people of his own office",
  ],
  told: "Each beginning, prolonging and ending is recorded and told to the unit's mailbox and to all its SSO Admins.",
  begin: {
    title: "Look after the unit",
    confirm: "I know these limits and take this unit into care for 30 days, or until it has an SSO Admin",
    submit: "Look after the unit",
  },
  renew: { title: "Prolong", lead: "Once, by 30 days.", submit: "Prolong by 30 days" },
  end: {
    title: "End it",
    lead: "The caretaker's power ends at once. What was done stays.",
    submit: "End the caretaking",
  },
  proveFirst: "Confirm that it is you first",
  done: {
    begun: "Your office looks after the unit. The unit has been told by e-mail.",
    renewed: "Prolonged. The unit has been told by e-mail.",
    ended: "Ended. The unit has been told by e-mail.",
  },
  mail: {
    subject: "Caretaking of your unit in DLA SSO",
    titles: {
      begun: "An office looks after your unit",
      renewed: "The caretaking of your unit goes on",
      ended: "The caretaking of your unit has ended",
    },
    leads: {
      begun: (at) =>
        `${at.office} looks after the unit's users and rights until ${at.until}, because the unit has no SSO Admin who can act.`,
      renewed: (at) => `${at.office} goes on looking after the unit until ${at.until}.`,
      ended: (at) => `${at.office} has no power over the unit's users and rights any more.`,
    },
    next: {
      begun:
        "A caretaker can't appoint an SSO Admin: please issue an order soon. Once there is one, the caretaking ends by itself.",
      renewed: "It cannot be prolonged again: please appoint an SSO Admin by order before that day.",
      ended: "What was done stays, and can be looked up in the unit's records.",
    },
    open: "See who looks after the unit",
    at: (dateTime) => `On ${dateTime}`,
  },
}
