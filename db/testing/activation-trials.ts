import { addActivationDocument } from "@/lib/activation/add-activation-document"
import { closeRun } from "@/lib/activation/close-run"
import { dropActivationDocument } from "@/lib/activation/drop-activation-document"
import { issueCodes } from "@/lib/activation/issue-codes"
import { leaveActivation } from "@/lib/activation/leave-activation"
import { openActivation } from "@/lib/activation/open-activation"
import { openRequest } from "@/lib/activation/open-request"
import { printOutActivation } from "@/lib/activation/print-out-activation"
import { removeActivationPerson } from "@/lib/activation/remove-activation-person"
import { saveActivationPaper } from "@/lib/activation/save-activation-paper"
import { saveActivationPerson } from "@/lib/activation/save-activation-person"
import { showLetters } from "@/lib/activation/show-letters"
import { submitActivation } from "@/lib/activation/submit-activation"
import type { Actor } from "@/lib/kernel/actor"
import type { attempts } from "./attempt"

const id = "00000000-0000-4000-8000-000000000001"
const act = { activation: "none", unitCode: "05360204", number: "O-0000-0000", version: 1 }
const empty = { day: "", month: "", year: "" }

/** Commands of activation that anyone may try: a code, a secret or a browser's token is what is asked there. */
const openActivations = [
  "activation.open",
  "activation.open-request",
  "activation.leave",
  "activation.save-paper",
  "activation.save-person",
  "activation.remove-person",
  "activation.add-document",
  "activation.drop-document",
  "activation.print-out",
  "activation.submit",
] as const

/** Commands of activation for the offices above a unit and the Department; which unit is asked in the command. */
const inCharge = ["activation-codes.issue", "activation.show-letters", "activation.close-run"] as const

/** Who may, by command of activation: a unit's own SSO Admin never issues its code. */
export function activationCells(everyone: readonly string[]): Record<string, readonly string[]> {
  const issuers = ["district SSO Admin", "provincial SSO Admin", "officer"]
  return {
    ...Object.fromEntries(openActivations.map((name) => [name, everyone])),
    ...Object.fromEntries(inCharge.map((name) => [name, issuers])),
  }
}

/** How each command of activation is tried, with an input that fits. */
export function activationTrials(
  attempt: ReturnType<typeof attempts>,
): Record<string, (actor: Actor) => Promise<string>> {
  return {
    "activation-codes.issue": (actor) =>
      attempt(issueCodes, actor, { unitCodes: ["05360204"], isAll: false, q: "", province: "" }),
    "activation.show-letters": (actor) => attempt(showLetters, actor, { run: id }),
    "activation.close-run": (actor) => attempt(closeRun, actor, { run: id }),
    "activation.open": (actor) =>
      attempt(openActivation, actor, { unitCode: "05360204", code: "none", address: null }),
    "activation.open-request": (actor) =>
      attempt(openRequest, actor, { number: "O-0000-0000", secret: "none", address: null }),
    "activation.leave": (actor) => attempt(leaveActivation, actor, { activation: "none" }),
    "activation.save-paper": (actor) =>
      attempt(saveActivationPaper, actor, {
        ...act,
        kind: "appoint",
        issuer: "05360204",
        orderNumber: "",
        orderDate: empty,
        signerName: "",
        signerPost: "",
        validFrom: empty,
        validUntil: empty,
        revokes: "",
      }),
    "activation.save-person": (actor) =>
      attempt(saveActivationPerson, actor, {
        ...act,
        personId: id,
        nationalId: "",
        titleTh: "นาย",
        givenNameTh: "ก",
        familyNameTh: "ข",
        post: "ปลัด",
        staffKind: "other",
        staffReason: "",
        email: "a@b.example",
        officeTelephone: "",
      }),
    "activation.remove-person": (actor) => attempt(removeActivationPerson, actor, { ...act, personId: id }),
    "activation.add-document": (actor) =>
      attempt(addActivationDocument, actor, { activation: "none", fileName: "x", sizeBytes: 1 }),
    "activation.drop-document": (actor) =>
      attempt(dropActivationDocument, actor, { activation: "none", documentId: id }),
    "activation.print-out": (actor) => attempt(printOutActivation, actor, { activation: "none" }),
    "activation.submit": (actor) => attempt(submitActivation, actor, act),
  }
}
