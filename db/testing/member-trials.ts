import { inventedNationalId } from "@/db/factories/account"
import type { Actor } from "@/lib/kernel/actor"
import { acceptOffer } from "@/lib/members/accept-offer"
import { closeAccount } from "@/lib/members/close-account"
import { declineOffer } from "@/lib/members/decline-offer"
import { editUser } from "@/lib/members/edit-user"
import { endUser } from "@/lib/members/end-user"
import { endUserSessions } from "@/lib/members/end-user-sessions"
import { leaveUnit } from "@/lib/members/leave-unit"
import { offerMembership } from "@/lib/members/offer-membership"
import { resendOffer } from "@/lib/members/resend-offer"
import { restoreAccount } from "@/lib/members/restore-account"
import { restoreUser } from "@/lib/members/restore-user"
import { suspendAccount } from "@/lib/members/suspend-account"
import { suspendUser } from "@/lib/members/suspend-user"
import { withdrawOffer } from "@/lib/members/withdraw-offer"
import { openTransfer } from "@/lib/transfers/open-transfer"
import { refuseTransfer } from "@/lib/transfers/refuse-transfer"
import { signTransfer } from "@/lib/transfers/sign-transfer"
import { withdrawTransfer } from "@/lib/transfers/withdraw-transfer"
import type { attempts } from "./attempt"
import { importTrials } from "./import-trials"

const unitCode = "05360204"
const offerId = "00000000-0000-4000-8000-000000000001"
const user = { unitCode, membershipId: offerId, version: 1 }
const none = { day: "", month: "", year: "" }

/** Commands about users of a unit for who manages one; of which unit is asked in the command. */
const manages = [
  "members.offer",
  "members.withdraw-offer",
  "members.resend-offer",
  "members.edit",
  "members.suspend",
  "members.restore",
  "members.end",
] as const

/** Commands about an account as a whole, for who has power over all its memberships. */
const accountsInCharge = [
  "members.suspend-account",
  "members.restore-account",
  "members.close-account",
  "members.end-sessions",
] as const

/** Commands about transfers for who signs for a unit. */
const transfersInCharge = [
  "transfers.open",
  "transfers.sign",
  "transfers.refuse",
  "transfers.withdraw",
] as const

/** All of them, for who is in charge of some unit. */
export const membersInCharge = [...manages, ...accountsInCharge, ...transfersInCharge]

/** Commands about users for the user himself. */
export const membersSelf = ["members.accept-offer", "members.decline-offer", "members.leave"] as const

/** An offer as the form sends it, complete. */
export function offerForm(more: object = {}) {
  return {
    unitCode,
    nationalId: inventedNationalId(),
    titleTh: "นาง",
    givenNameTh: "สมหญิง",
    familyNameTh: "ตัวอย่างดี",
    post: "นักวิชาการคลัง",
    staffKind: "local-government",
    staffReason: "",
    orderText: "คำสั่งที่ ๑๒๓/๒๕๖๙",
    email: `${crypto.randomUUID()}@test.example`,
    officeTelephone: "",
    validFrom: none,
    validUntil: none,
    ...more,
  }
}

/** A transfer as the form sends it, complete. */
export function transferForm(more: object = {}) {
  return {
    unitCode,
    toUnit: "06360207",
    post: "นักวิชาการคลัง",
    staffKind: "local-government",
    staffReason: "",
    officeTelephone: "",
    orderText: "คำสั่งที่ ๙/๒๕๖๙",
    effectiveOn: { day: "21", month: "11", year: "2569" },
    ...more,
  }
}

/** How each command about users of a unit, by workbook too, is tried, with an input that fits. */
export function memberTrials(
  attempt: ReturnType<typeof attempts>,
): Record<string, (actor: Actor) => Promise<string>> {
  return {
    ...importTrials(attempt),
    "members.offer": (actor) => attempt(offerMembership, actor, offerForm()),
    "members.withdraw-offer": (actor) => attempt(withdrawOffer, actor, { unitCode, offerId }),
    "members.resend-offer": (actor) => attempt(resendOffer, actor, { unitCode, offerId }),
    "members.edit": (actor) =>
      attempt(editUser, actor, {
        ...user,
        post: "ปลัด",
        staffKind: "other",
        staffReason: "",
        officeTelephone: "",
        orderText: "",
        validFrom: none,
        validUntil: none,
      }),
    "members.suspend": (actor) => attempt(suspendUser, actor, { ...user, reason: "x", until: none }),
    "members.restore": (actor) => attempt(restoreUser, actor, user),
    "members.end": (actor) => attempt(endUser, actor, { ...user, reason: "x" }),
    "members.leave": (actor) => attempt(leaveUnit, actor, { ...user, confirmed: "1" }),
    "members.suspend-account": (actor) =>
      attempt(suspendAccount, actor, { ...user, reason: "x", until: none }),
    "members.restore-account": (actor) => attempt(restoreAccount, actor, user),
    "members.close-account": (actor) => attempt(closeAccount, actor, { ...user, reason: "x" }),
    "members.end-sessions": (actor) => attempt(endUserSessions, actor, user),
    "transfers.open": (actor) => attempt(openTransfer, actor, transferForm({ membershipId: offerId })),
    "transfers.sign": (actor) => attempt(signTransfer, actor, { unitCode, transferId: offerId, roles: [] }),
    "transfers.refuse": (actor) =>
      attempt(refuseTransfer, actor, { unitCode, transferId: offerId, reason: "x" }),
    "transfers.withdraw": (actor) =>
      attempt(withdrawTransfer, actor, { unitCode, transferId: offerId, reason: "x" }),
    "members.accept-offer": (actor) => attempt(acceptOffer, actor, { offerId }),
    "members.decline-offer": (actor) => attempt(declineOffer, actor, { offerId }),
  }
}
