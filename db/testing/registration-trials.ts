import type { Actor } from "@/lib/kernel/actor"
import { addDocument } from "@/lib/registration/add-document"
import { askCode } from "@/lib/registration/ask-code"
import { confirmAddress } from "@/lib/registration/confirm-address"
import { dropDocument } from "@/lib/registration/drop-document"
import { expireRegistration } from "@/lib/registration/expire-registration"
import { goOnElsewhere } from "@/lib/registration/go-on-elsewhere"
import { lookUp } from "@/lib/registration/look-up"
import { proveRegistration } from "@/lib/registration/prove-registration"
import { renewSecret } from "@/lib/registration/renew-secret"
import { savePerson } from "@/lib/registration/save-person"
import { saveUnit } from "@/lib/registration/save-unit"
import { setEmail } from "@/lib/registration/set-email"
import { startByThaid } from "@/lib/registration/start-by-thaid"
import { startRegistration } from "@/lib/registration/start-registration"
import { submitRegistration } from "@/lib/registration/submit-registration"
import { viewOwnPage } from "@/lib/registration/view-own-page"
import { withdrawRegistration } from "@/lib/registration/withdraw-registration"
import type { attempts } from "./attempt"

const id = "00000000-0000-4000-8000-000000000001"
const own = { registration: "none", version: 1 }
const coded = { ticket: "none", code: "123456" }

/** Commands of registration, which anyone may try: a token, a ticket or a code is what is asked there. */
export const openRegistrations = [
  "registration.add-document",
  "registration.ask-code",
  "registration.drop-document",
  "registration.confirm-email",
  "registration.go-on",
  "registration.look-up",
  "registration.renew-secret",
  "registration.save-person",
  "registration.save-unit",
  "registration.set-email",
  "registration.start",
  "registration.submit",
  "registration.thaid",
  "registration.thaid-start",
  "registration.view-page",
  "registration.withdraw",
] as const

/** What the portal alone does, by itself. */
export const registrationsByItself = ["registration.expire"] as const

/** How each command of registration is tried, with an input that fits. */
export function registrationTrials(
  attempt: ReturnType<typeof attempts>,
): Record<string, (actor: Actor) => Promise<string>> {
  return {
    "registration.add-document": (actor) =>
      attempt(addDocument, actor, { registration: "none", fileName: "a.pdf", sizeBytes: null }),
    "registration.drop-document": (actor) =>
      attempt(dropDocument, actor, { registration: "none", documentId: id }),
    "registration.ask-code": (actor) =>
      attempt(askCode, actor, { ticket: "none", purpose: "correct", locale: "th" }),
    "registration.confirm-email": (actor) =>
      attempt(confirmAddress, actor, { registration: "none", code: "123456" }),
    "registration.expire": (actor) => attempt(expireRegistration, actor, { id }),
    "registration.go-on": (actor) => attempt(goOnElsewhere, actor, coded),
    "registration.look-up": (actor) =>
      attempt(lookUp, actor, { number: "R-0000-0000", secret: "AAAAAAAAAAAA", address: null }),
    "registration.renew-secret": (actor) => attempt(renewSecret, actor, { registration: "none" }),
    "registration.save-person": (actor) => attempt(savePerson, actor, own),
    "registration.save-unit": (actor) => attempt(saveUnit, actor, own),
    "registration.set-email": (actor) =>
      attempt(setEmail, actor, { ...own, email: "a@b.example", locale: "th" }),
    "registration.start": (actor) =>
      attempt(startRegistration, actor, { privacyVersion: 0, isRead: true, locale: "th", address: null }),
    "registration.submit": (actor) => attempt(submitRegistration, actor, { ...own, isTrue: true }),
    "registration.thaid": (actor) =>
      attempt(proveRegistration, actor, { registration: "none", attemptId: id, code: "none" }),
    "registration.thaid-start": (actor) =>
      attempt(startByThaid, actor, { registration: "none", address: null }),
    "registration.view-page": (actor) => attempt(viewOwnPage, actor, { registration: "none", id, page: 1 }),
    "registration.withdraw": (actor) => attempt(withdrawRegistration, actor, coded),
  }
}
