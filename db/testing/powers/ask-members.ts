import { inventedNationalId } from "@/db/factories/account"
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
import { type Maker, noDay, noToManage, type Place, type Question, tried } from "./asking"
import { isIn } from "./model-standing"
import type { WorldMembership, WorldPerson } from "./world"

type Seated = WorldMembership & { readonly person: WorldPerson }

const ends = { reason: "ตรวจสอบ", knowsLast: "1" }

/** A question about a user of a unit who is held by his membership. */
function aboutUser(
  is: (one: Seated) => boolean,
  ownNo: string,
  ask: (place: Place, input: Record<string, unknown>) => Promise<string>,
): Maker {
  return ({ who, draw }) => {
    const seat = draw.seat(who, is)
    if (!seat) return undefined
    const unitCode = draw.nameFor(who, seat.unit)
    const fits = seat.unit === unitCode ? (seat.person.id === who.id ? ownNo : "done") : "not-found"
    return {
      about: `${unitCode} ${seat.id}`,
      expected: noToManage(draw.model, who, unitCode) || fits,
      ask: (place) => ask(place, { unitCode, membershipId: seat.id, version: 1 }),
    }
  }
}

/** A question about the whole account of a user. */
function aboutAccount(
  answerOf: (of: WorldPerson) => string,
  ask: (place: Place, input: Record<string, unknown>) => Promise<string>,
): Maker {
  return ({ who, draw }) => {
    const { model } = draw
    const seat = draw.seat(who)
    if (!seat) return undefined
    const unitCode = draw.nameFor(who, seat.unit)
    const no = () => {
      if (!model.managesSome(who)) return "forbidden"
      if (!model.sees(who, unitCode) || seat.unit !== unitCode) return "not-found"
      if (seat.person.id === who.id) return "access.own-account"
      return model.reachesAccount(who, seat.person) ? "" : "access.beyond-account"
    }
    return {
      about: `${unitCode} ${seat.id}`,
      expected: no() || answerOf(seat.person),
      ask: (place) => ask(place, { unitCode, membershipId: seat.id, version: 1 }),
    }
  }
}

const isCurrent = ({ state }: Seated) => state !== "ended"
const ownMembership = "members.own-membership"

/** A question about an offer of a unit. */
function aboutOffer(ask: (place: Place, input: Record<string, unknown>) => Promise<string>): Maker {
  return ({ who, draw }) => {
    const offer = draw.near(who, draw.world.offers)
    if (!offer) return undefined
    const unitCode = draw.nameFor(who, offer.unit)
    return {
      about: `${unitCode} ${offer.id}`,
      expected: noToManage(draw.model, who, unitCode) || (offer.unit === unitCode ? "done" : "not-found"),
      ask: (place) => ask(place, { unitCode, offerId: offer.id }),
    }
  }
}

/** A question about an offer to oneself. */
function aboutOwnOffer(ask: (place: Place, input: Record<string, unknown>) => Promise<string>): Maker {
  return ({ who, draw }) => {
    const own = draw.world.offers.filter(({ to }) => to === who.id)
    const offer = draw.from(draw.isLikely(60) && own.length > 0 ? own : draw.world.offers)
    return (
      offer && {
        about: offer.id,
        expected: isIn(who) ? (offer.to === who.id ? "done" : "not-found") : "forbidden",
        ask: (place) => ask(place, { offerId: offer.id }),
      }
    )
  }
}

const offer: Maker = ({ who, draw }): Question => {
  const { model, world } = draw
  const unitCode = draw.unit(who)
  const offices = model.adminOf(who)
  const colleagues = world.people.filter(({ memberships }) =>
    memberships.some(({ unit }) => offices.includes(unit)),
  )
  const other = draw.isLikely(65) ? draw.from(draw.isLikely(50) ? colleagues : world.people) : undefined
  const answer = () => {
    if (!other) return "done"
    if (other.id === who.id) return "members.own"
    if (model.isOwnPeople(who, unitCode, other)) return "members.own-office"
    if (other.memberships.some((one) => one.unit === unitCode && isThere(one))) return "members.already-here"
    const isOffered = world.offers.some((one) => one.unit === unitCode && one.to === other.id)
    return isOffered ? "members.already-offered" : "done"
  }
  return {
    about: `${unitCode} ${other?.id ?? "somebody new"}`,
    expected: noToManage(model, who, unitCode) || answer(),
    ask: (place) =>
      tried(place, offerMembership, {
        unitCode,
        nationalId: other?.nationalId ?? inventedNationalId(),
        titleTh: "นาง",
        givenNameTh: "สมหญิง",
        familyNameTh: "ตัวอย่างดี",
        post: "นักวิชาการคลัง",
        staffKind: "local-government",
        staffReason: "ขาดคน",
        orderText: "ที่ 1/2569",
        email: "typed@test.example",
        officeTelephone: "",
        validFrom: noDay,
        validUntil: noDay,
      }),
  }
}

const isThere = ({ state, until }: WorldMembership) =>
  state === "suspended" || (state === "active" && (until === null || until >= "2026-11-18"))

const leave: Maker = ({ who, draw }) => {
  const own = who.memberships.filter(({ state }) => state !== "ended").map((one) => ({ ...one, person: who }))
  const seat = draw.isLikely(60) && own.length > 0 ? draw.from(own) : draw.seat(who, isCurrent)
  return (
    seat && {
      about: seat.id,
      expected: isIn(who) ? (seat.person.id === who.id ? "done" : "not-found") : "forbidden",
      ask: (place) =>
        tried(place, leaveUnit, {
          unitCode: seat.unit,
          membershipId: seat.id,
          version: 1,
          confirmed: "1",
          knowsLast: "1",
        }),
    }
  )
}

const edited = { post: "ปลัด", staffKind: "other", staffReason: "ขาดคน", officeTelephone: "", orderText: "" }
const days = { validFrom: noDay, validUntil: noDay }
const stale = "members.stale"

/** How each command about users is asked. */
export const memberMakers: Record<string, Maker> = {
  "members.offer": offer,
  "members.withdraw-offer": aboutOffer((place, input) => tried(place, withdrawOffer, input)),
  "members.resend-offer": aboutOffer((place, input) => tried(place, resendOffer, input)),
  "members.accept-offer": aboutOwnOffer((place, input) => tried(place, acceptOffer, input)),
  "members.decline-offer": aboutOwnOffer((place, input) => tried(place, declineOffer, input)),
  "members.leave": leave,
  "members.edit": aboutUser(isCurrent, "done", (place, input) =>
    tried(place, editUser, { ...input, ...edited, ...days }),
  ),
  "members.suspend": aboutUser(
    ({ state }) => state === "active",
    ownMembership,
    (place, input) => tried(place, suspendUser, { ...input, ...ends, until: noDay }),
  ),
  "members.restore": aboutUser(
    ({ state }) => state === "suspended",
    ownMembership,
    (place, input) => tried(place, restoreUser, input),
  ),
  "members.end": aboutUser(isCurrent, ownMembership, (place, input) =>
    tried(place, endUser, { ...input, ...ends }),
  ),
  "members.suspend-account": aboutAccount(
    ({ state }) => (state === "active" ? "done" : stale),
    (place, input) => tried(place, suspendAccount, { ...input, ...ends, until: noDay }),
  ),
  "members.restore-account": aboutAccount(
    ({ state }) => (state === "suspended" ? "done" : stale),
    (place, input) => tried(place, restoreAccount, input),
  ),
  "members.close-account": aboutAccount(
    ({ state }) => (state === "closed" ? stale : "done"),
    (place, input) => tried(place, closeAccount, { ...input, ...ends }),
  ),
  "members.end-sessions": aboutAccount(
    () => "done",
    (place, input) => tried(place, endUserSessions, input),
  ),
}
