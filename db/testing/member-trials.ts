import { inventedNationalId } from "@/db/factories/account"
import type { Actor } from "@/lib/kernel/actor"
import { acceptOffer } from "@/lib/members/accept-offer"
import { declineOffer } from "@/lib/members/decline-offer"
import { offerMembership } from "@/lib/members/offer-membership"
import { resendOffer } from "@/lib/members/resend-offer"
import { withdrawOffer } from "@/lib/members/withdraw-offer"
import type { attempts } from "./attempt"

const unitCode = "05360204"
const offerId = "00000000-0000-4000-8000-000000000001"
const none = { day: "", month: "", year: "" }

/** Commands about users of a unit for who manages one; of which unit is asked in the command. */
export const membersInCharge = ["members.offer", "members.withdraw-offer", "members.resend-offer"] as const

/** Commands about users for the user himself. */
export const membersSelf = ["members.accept-offer", "members.decline-offer"] as const

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

/** How each command about users of a unit is tried, with an input that fits. */
export function memberTrials(
  attempt: ReturnType<typeof attempts>,
): Record<string, (actor: Actor) => Promise<string>> {
  return {
    "members.offer": (actor) => attempt(offerMembership, actor, offerForm()),
    "members.withdraw-offer": (actor) => attempt(withdrawOffer, actor, { unitCode, offerId }),
    "members.resend-offer": (actor) => attempt(resendOffer, actor, { unitCode, offerId }),
    "members.accept-offer": (actor) => attempt(acceptOffer, actor, { offerId }),
    "members.decline-offer": (actor) => attempt(declineOffer, actor, { offerId }),
  }
}
