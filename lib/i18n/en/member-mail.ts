import type { memberMail as th } from "../th/member-mail"
import type { Words } from "../words-type"

export const memberMail: Words<typeof th> = {
  subject: "About your membership of a unit in DLA SSO",
  at: (dateTime) => `On ${dateTime}`,
  answerBy: (day) => `Accept or decline by ${day}`,
  lastDay: (day) => `Until ${day}`,
  open: "See the invitation and answer",
  help: "Who can help",
  kinds: {
    offered: {
      title: "A unit invites you",
      lead: (unit) => `${unit} invites you to be one of its users.`,
      next: "Sign in with the account you have, then accept or decline. If you don't answer, nothing changes.",
    },
    suspended: {
      title: "Your membership of a unit is suspended",
      lead: (unit) => `For the time being you can't act in the name of ${unit}.`,
      next: "If you don't know why, ask the unit's SSO Admin.",
    },
    restored: {
      title: "Your membership of a unit is restored",
      lead: (unit) => `You can act in the name of ${unit} again.`,
      next: "Sign in as usual.",
    },
    ended: {
      title: "Your membership of a unit has ended",
      lead: (unit) => `You are no longer a user of ${unit}; your rights in its name have ended.`,
      next: "Your account stays. If this is a mistake, ask the unit's SSO Admin.",
    },
    "account-suspended": {
      title: "Your account is suspended",
      lead: (unit) => `An SSO Admin in charge of ${unit} suspended your account; for now you can't sign in.`,
      next: "If you don't know why, ask the unit's SSO Admin.",
    },
    "account-restored": {
      title: "Your account is open again",
      lead: (unit) => `An SSO Admin in charge of ${unit} opened your account again.`,
      next: "Sign in as usual.",
    },
    "account-closed": {
      title: "Your account is closed",
      lead: (unit) =>
        `An SSO Admin in charge of ${unit} closed your account; all memberships and rights ended.`,
      next: "Should you come back, a unit can invite you or you can register again.",
    },
  },
}
