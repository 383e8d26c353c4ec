import type { rightsMail as th } from "../th/rights-mail"
import type { Words } from "../words-type"

export const rightsMail: Words<typeof th> = {
  at: (dateTime) => `On ${dateTime}`,
  unit: (name) => `For ${name}`,
  reason: (text) => `Reason: ${text}`,
  changed: {
    subject: "Your rights in connected systems have changed",
    title: "Your rights have changed",
    lead: "Those in charge of rights have changed yours as follows.",
    ask: "If this is wrong, ask your unit’s SSO Admin. A suspended right can be given back within 14 days.",
    open: "See the systems you can use",
    acts: {
      grant: (system, role) => `Granted: ${system} (${role})`,
      until: (system, role) => `Another last day: ${system} (${role})`,
      withdraw: (system, role) => `Suspended: ${system} (${role})`,
      restore: (system, role) => `Given back: ${system} (${role})`,
    },
    until: (date) => ` until ${date}`,
  },
  refused: {
    subject: "Your request for a right: not granted",
    title: "Your request was not granted",
    lead: (system, role) => `Your request for ${system} (${role}) was not granted.`,
    ask: "Ask your unit’s SSO Admin what is missing; you can ask again at any time.",
    open: "See your requests",
  },
}
