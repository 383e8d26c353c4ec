import type { systems as th } from "../th/systems"
import type { Words } from "../words-type"

export const systems: Words<typeof th> = {
  launcher: {
    title: "Systems you can use",
    inNameOf: "For",
    search: "Search systems",
    find: "Search",
    open: "Open",
    count: (count) => (count === "1" ? "1 system" : `${count} systems`),
    until: (date) => `until ${date}`,
    lastOpened: (when) => `Last opened ${when}`,
    announcement: "Notice:",
    notForUnit: "Not for this unit",
    bars: {
      kind: "The Department no longer opens this system to this kind of unit",
      province: "The Department no longer opens this system to this province",
      "not-named": "This unit is not on the Department’s list for this system",
    },
    openUntil: (date) => `open until ${date}`,
    opensFrom: (from, until) => `not open yet: ${from} to ${until}`,
    noNextPeriod: "closed; the next period is not set yet",
    closed: "Closed for now",
    notConnected: "Not connected yet",
    notConnectedNote: "Until a system is connected, sign in on that system’s own site as before.",
    nothingFound: (query) => `No system matches “${query}”`,
    showAll: "Show all systems",
    emptyTitle: "There is no system you can use yet",
    emptyBody:
      "Systems appear here once your unit’s SSO Admin has given you rights. These people can do that:",
    adminsOf: (unit) => `SSO Admins of ${unit}`,
    noAdmin: "This unit has no SSO Admin yet. Ask the office that supervises it.",
    telephone: (number) => `Tel. ${number}`,
  },
  door: {
    title: "Choose the unit for which to open the system",
    heading: (system: string) => `Open ${system}`,
    inNameOf: "In the name of which unit",
    missing: "Choose a unit, and whether to pass on your national ID number",
    goOn: (system: string) => `Open ${system}`,
    leave: "Do not open it; go back to the system",
    nidTitle: "This system asks for your national ID number",
    nidBody: (system: string) =>
      `The Department allows ${system} to ask for your 13-digit national ID number. If you agree, it is passed to this system for this sign-in, and that is put on record. If you do not, you can still go on without it.`,
    nidAgree: "Agree and open",
    nidWithhold: "Open without passing it on",
    passing: (system: string) => `On the way to ${system}`,
    passHere: "Press here if the page does not change by itself",
    theSystem: "the connected system",
    cannot: "This system cannot be opened",
    cannotBody:
      "The connected system sent a request that is not right, so nothing was passed to it. Go back there and try again; if it fails again, tell those who run that system and give them this text.",
    cannotCode: (code: string) => `Error code ${code}`,
    toPortal: "To the first page of DLA SSO",
  },
  startAgain:
    "This request to open a system has expired or belongs to another window. Go back to the system and sign in there again",
  categories: {
    reports: "Data and reports",
    finance: "Finance and accounts",
    people: "Personnel",
    education: "Education",
    citizens: "Services for citizens",
    office: "Office work",
  },
}
