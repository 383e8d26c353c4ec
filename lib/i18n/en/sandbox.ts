import type { sandbox as th } from "../th/sandbox"
import type { Words } from "../words-type"

export const sandbox: Words<typeof th> = {
  title: "Choose an invented user",
  heading: (program) => `Try out ${program}`,
  mark: "For trying out only. All users and units here are invented.",
  lead: "This page stands in for signing in, for those who build the system. Choose who to come in as; no password is needed. No real person’s data is used, and the account with which you are signed in has no part in it.",
  stranger:
    "If you came here as a user and build no system, close this page and tell those who run that system.",
  system: (name) => `System: ${name}`,
  role: "Role in the system",
  unit: "Invented unit",
  enter: "Come in as the invented user",
  leave: "Don’t come in; go back to the system",
  missing: "Choose a role and a unit from the lists",
  noRoles:
    "This system has no roles yet, so it has no invented users. Add its roles first, then begin again from your program.",
  over: "No sign-in is waiting here",
  overBody:
    "The request timed out, belongs to another window, or the client for trying out was closed. Go back to the program that you are building and begin again.",
  signOut: {
    title: "Leave the trial",
    lead: "The invented user that you chose is cleared from this browser. Your real account here stays as it is.",
    confirm: "Leave the trial",
    done: "You have left the trial",
    doneLead: "You can close this page or go back to the program that you are building.",
  },
}
