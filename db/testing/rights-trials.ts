import type { Actor } from "@/lib/kernel/actor"
import { addPeriod, addQuarters } from "@/lib/rights/add-period"
import { askRight } from "@/lib/rights/ask-right"
import { changeRights } from "@/lib/rights/change-rights"
import { changeSystem } from "@/lib/rights/change-system"
import { decideRequest } from "@/lib/rights/decide-request"
import { nameUnits } from "@/lib/rights/name-units"
import { removePeriod } from "@/lib/rights/remove-period"
import { saveRole } from "@/lib/rights/save-role"
import { settleRights } from "@/lib/rights/settle-rights"
import { withdrawRequest } from "@/lib/rights/withdraw-request"
import type { attempts } from "./attempt"

const id = "00000000-0000-4000-8000-000000000001"
const noDay = { day: "", month: "", year: "" }

/** Commands about the catalogue of systems. */
export const catalogueCommands = [
  "rights.change-system",
  "rights.name-units",
  "rights.save-role",
  "rights.add-period",
  "rights.add-quarters",
  "rights.remove-period",
] as const

const system = { code: "NONE", version: 1 }
const named = { nameTh: "ก", nameEn: "a" }
const someDay = { day: "1", month: "1", year: "2570" }

function catalogueTrials(
  attempt: ReturnType<typeof attempts>,
): Record<string, (actor: Actor) => Promise<string>> {
  return {
    "rights.change-system": (actor) =>
      attempt(changeSystem, actor, {
        ...system,
        ...named,
        purposeTh: "ก",
        purposeEn: "a",
        state: "open",
        contactName: "",
        contactTelephone: "",
        contactEmail: "",
        kinds: [],
        provinces: [],
        isNamedOnly: false,
        allowsConflicts: false,
        announcementTh: "",
        announcementEn: "",
        announcementUntil: noDay,
        confirmed: false,
      }),
    "rights.name-units": (actor) => attempt(nameUnits, actor, { ...system, codes: "", confirmed: false }),
    "rights.save-role": (actor) =>
      attempt(saveRole, actor, {
        ...system,
        ...named,
        roleId: "",
        key: "x",
        aboutTh: "ก",
        aboutEn: "a",
        records: false,
        certifies: false,
      }),
    "rights.add-period": (actor) =>
      attempt(addPeriod, actor, { ...system, ...named, scope: "all", opensOn: someDay, closesOn: someDay }),
    "rights.add-quarters": (actor) => attempt(addQuarters, actor, { ...system, year: "2570" }),
    "rights.remove-period": (actor) => attempt(removePeriod, actor, { ...system, periodId: id }),
  }
}

/** Who may what about rights: all for themselves, those in charge of a unit there, the portal by itself. */
export function rightsCells(
  signedIn: readonly string[],
  inCharge: readonly string[],
): Record<string, readonly string[]> {
  return {
    "rights.change": inCharge,
    "rights.decide": inCharge,
    "rights.ask": signedIn,
    "rights.withdraw-request": signedIn,
    "rights.settle": [],
    ...Object.fromEntries(catalogueCommands.map((name) => [name, ["systems"]])),
  }
}

/** How each command about rights is tried, with an input that fits. */
export function rightsTrials(
  attempt: ReturnType<typeof attempts>,
): Record<string, (actor: Actor) => Promise<string>> {
  return {
    ...catalogueTrials(attempt),
    "rights.change": (actor) =>
      attempt(changeRights, actor, {
        unitCode: "05360204",
        changes: [`grant~${id}~${id}~none`],
        validUntil: noDay,
        orderText: "",
        reason: "",
      }),
    "rights.decide": (actor) =>
      attempt(decideRequest, actor, {
        unitCode: "05360204",
        requestId: id,
        decision: "refuse",
        answer: "x",
        orderText: "",
        validUntil: noDay,
      }),
    "rights.ask": (actor) => attempt(askRight, actor, { membershipId: id, systemRoleId: id, reason: "x" }),
    "rights.withdraw-request": (actor) => attempt(withdrawRequest, actor, { requestId: id }),
    "rights.settle": (actor) => attempt(settleRights, actor, { limit: 1 }),
  }
}
