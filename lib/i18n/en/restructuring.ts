import type { restructuring as th } from "../th/restructuring"
import type { Words } from "../words-type"

/** Changes of kind, code and names of units, and mergers, by the Department. */
export const restructuring: Words<typeof th> = {
  title: "Change kind or code, or merge",
  open: "Change kind or code, or merge (the Department only)",
  lead: "For an upgrade, a new name, a change of district or a merger by order. Accounts, rights and history stay whole, and the former code always leads to the unit.",
  now: { code: "Code today", kind: "Kind", nameTh: "Thai name", nameEn: "English name" },
  change: {
    title: "Change kind, code or names",
    lead: "As a rule the last six digits stay, and only the first two change with the kind.",
    kind: "New kind",
    code: "New code, 8 digits",
    codeHint: (at) =>
      `Usually ${at.subdistrict} for a subdistrict municipality and ${at.town} for a town municipality. Leave the code as it is where it does not change.`,
    nameTh: "Full Thai name",
    nameThHint: "Begins with the Thai word for the new kind",
    nameEn: "English name, if there is one",
  },
  merge: {
    title: "Merge into another unit",
    lead: "The unit will be no more. Its users, rights and whatever waits move to the receiving unit.",
    into: "Code of the receiving organisation",
  },
  order: "Order or announcement",
  orderHint: "Name, number and date of the order or announcement",
  reason: "Reason",
  effectiveOn: "Takes effect on",
  effectiveHint: "Leave empty for at once, or name a day within a year from now (Buddhist era)",
  check: "See what would happen",
  checked: {
    title: "What would happen",
    lead: "Nothing has changed yet. Look at the list below, then confirm or go back.",
    from: "From",
    to: "To",
    into: "Merged into",
    when: "Takes effect",
    atOnce: "At once",
    order: "Order or announcement",
    reason: "Reason",
    codeStays: (code) =>
      `The former code ${code} is kept as history, and still leads to this unit in the lookup, letters and links.`,
    codeLeads: (at) => `The former code ${at.code} will lead to ${at.name}.`,
    keeps: (at) => `${at.members} users and ${at.grants} rights stay as they are.`,
    movesUp:
      "The unit will stand directly under the provincial office; the district office will not see it any more.",
    movesDown: "The unit will be looked after by the district office.",
    shut: (count) =>
      `${count} rights are in systems that are not open to this kind of unit; they open nothing until those systems are opened to it.`,
    members: (at) =>
      `${at.members} users move; ${at.both} of them belong to both units and keep one membership with the rights of both.`,
    grants: (at) => `${at.grants} rights move, and ${at.requests} waiting requests for rights.`,
    waiting: (at) =>
      `${at.offers} invitations, ${at.transfers} transfers, ${at.orders} unfinished orders, ${at.registrations} registrations and ${at.recoveries} ways back move.`,
    adminsEnd: (count) =>
      `The powers of this unit's SSO Admins (${count}) end, because the receiving unit has an SSO Admin.`,
    adminsStay: (count) =>
      `This unit's SSO Admins (${count}) go on in the receiving unit, because it has no SSO Admin who can work.`,
    conflicts: (count) =>
      `${count} rights are suspended for now, because their holders would both record and certify in one system. An SSO Admin of the receiving unit chooses which one they keep.`,
    codes: (count) => `Activation codes of this unit (${count}) are void.`,
    history:
      "What is finished and the history stay below the receiving unit, seen by the offices above and the Department.",
    tail: "The last six digits differ from the former code. I compared them with the order and they are right.",
    confirm: "I looked at what would happen, and confirm it by this order or announcement.",
    submit: "Confirm the change",
    back: "Go back and edit",
    refused: "This can't be done",
  },
  done: {
    done: "Changed, in effect from now on",
    planned: "Saved; it takes effect on its day",
    withdrawn: "The planned change is withdrawn",
  },
  history: {
    title: "Changes of this unit",
    none: "Nothing was changed yet",
    change: (at) => `From ${at.from} to ${at.to}`,
    merge: (from) => `${from} merged into another unit`,
    taken: (from) => `${from} was taken up`,
    on: (date) => `In effect ${date}`,
    states: {
      planned: "Waits for its day",
      done: "In effect",
      withdrawn: "Withdrawn",
      failed: "Could not be done",
    },
    withdraw: "Withdraw this change",
  },
  faults: {
    unitWrong: "The unit code is not right",
    codeWrong: "Type a unit code of 8 digits that begins with 0",
    kindMissing: "Choose the new kind",
    nameMissing: "Type the Thai name",
    nameTooLong: "The name is longer than 200 characters",
    nameKind: "The Thai name must begin with the Thai word for the new kind",
    orderMissing: "Type the order or announcement",
    orderTooLong: "The order or announcement is longer than 200 characters",
    reasonMissing: "Type the reason",
    reasonTooLong: "The reason is longer than 300 characters",
    dayWrong: "Type a whole day that a calendar has, or leave it empty",
    yearNotBe: "Type the year of the Buddhist era",
  },
}
