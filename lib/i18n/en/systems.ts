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
