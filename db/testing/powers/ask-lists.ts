import { getMyAdmins } from "@/lib/access/get-my-admins"
import { findUser } from "@/lib/members/find-user"
import { getMyOffers } from "@/lib/members/get-my-offers"
import { getOfferForm } from "@/lib/members/get-offer-form"
import { getUnitUser } from "@/lib/members/get-unit-user"
import { getUnitUsers } from "@/lib/members/get-unit-users"
import { getAskable, getMyRights } from "@/lib/rights/get-my-rights"
import { getRightsCheck } from "@/lib/rights/get-rights-check"
import { getRightsGrid } from "@/lib/rights/get-rights-grid"
import { getWaitingCount } from "@/lib/rights/get-waiting-count"
import { getWaitingRequest } from "@/lib/rights/get-waiting-request"
import { getLauncher } from "@/lib/systems/get-launcher"
import { changeOf } from "./ask-rights"
import { type Draw, type Maker, noToManage, rows, shown } from "./asking"
import { isAdminBy, isIn, isInForce } from "./model-standing"
import { treeToday, type WorldPerson } from "./world"

const seatsOf = ({ world }: Draw, unitCode: string) =>
  world.people.flatMap((person) =>
    person.memberships.filter(({ unit }) => unit === unitCode).map((seat) => ({ ...seat, person })),
  )

const users: Maker = ({ who, draw }) => {
  const { model, world } = draw
  const unitCode = draw.unit(who)
  const lines = seatsOf(draw, unitCode)
    .filter(({ state }) => state !== "ended")
    .map((one) => `${one.id}/${isAdminBy(one)}`)
  const offers = world.offers.filter(({ unit }) => unit === unitCode).map(({ id }) => id)
  const can = String(model.manages(who, unitCode))
  return {
    about: unitCode,
    expected: model.sees(who, unitCode) ? rows([can, ...lines, ...offers]) : "not-found",
    ask: (place) =>
      shown(
        place,
        getUnitUsers,
        { unitCode, q: "", state: "", admin: "", kind: "", grants: "", seen: "" },
        (one) =>
          rows([
            String(one.unit.canManage),
            ...one.lines.map(({ id, isAdmin }) => `${id}/${isAdmin}`),
            ...one.offers.map(({ id }) => id),
          ]),
      ),
  }
}

const user: Maker = ({ who, draw }) => {
  const { model } = draw
  const seat = draw.seat(who)
  if (!seat) return undefined
  const unitCode = draw.nameFor(who, seat.unit)
  const isShown = model.sees(who, unitCode) && seat.unit === unitCode
  const isSelf = seat.person.id === who.id
  const can = `${model.manages(who, unitCode)} ${!isSelf && model.reachesAccount(who, seat.person)}`
  return {
    about: `${unitCode} ${seat.id}`,
    expected: isShown ? `${can} ${isSelf}` : "not-found",
    ask: (place) =>
      shown(
        place,
        getUnitUser,
        { unitCode, membershipId: seat.id },
        (one) => `${one.unit.canManage} ${one.canActOnAccount} ${one.isSelf}`,
      ),
  }
}

const find: Maker = ({ who, draw }) => {
  const seat = draw.seat(who)
  if (!seat) return undefined
  const unitCode = draw.isLikely(70) ? seat.unit : draw.unit(who)
  const member = seat.person.memberships.find(({ unit }) => unit === unitCode)
  return {
    about: `${unitCode} ${seat.person.id}`,
    expected: draw.model.sees(who, unitCode) ? (member?.id ?? "members.no-such-user") : "not-found",
    ask: (place) => shown(place, findUser, { unitCode, typed: seat.person.nationalId }, ({ id }) => id),
  }
}

const offerForm: Maker = ({ who, draw }) => {
  const unitCode = draw.unit(who)
  return {
    about: unitCode,
    expected: draw.model.manages(who, unitCode) ? unitCode : "not-found",
    ask: (place) => shown(place, getOfferForm, { unitCode }, ({ code }) => code),
  }
}

const grid: Maker = ({ who, draw }) => {
  const { model, world } = draw
  const unitCode = draw.unit(who)
  const people = seatsOf(draw, unitCode)
    .filter(({ state, person }) => state !== "ended" && person.state !== "closed")
    .map(({ id }) => id)
  const here = world.requests
    .filter(({ unit }) => unit === unitCode)
    .map(
      (one) => `${one.id}/${one.by !== who.id && (model.answers(who, one) || model.manages(who, unitCode))}`,
    )
  const isOffice = model.isField(unitCode) || unitCode === "00"
  const isTheirs = model.isOwn(who, unitCode) || (unitCode === "00" && model.has(who, "officer"))
  // an officer may answer all there are; his list shows what nobody nearer can
  const below = world.requests.filter(
    (one) =>
      isOffice &&
      isTheirs &&
      model.isAbove(unitCode, one.unit) &&
      model.answers(who, one) &&
      (unitCode !== "00" || !model.isSomebodyThere(one.unit, one.by)),
  )
  const all = [...people, ...here, ...below.map(({ id }) => `below/${id}`)]
  return {
    about: unitCode,
    expected: model.sees(who, unitCode) ? rows(all) : "not-found",
    ask: (place) =>
      shown(place, getRightsGrid, { unitCode, system: "", q: "", after: null }, (one) =>
        rows([
          ...one.people.map(({ membershipId }) => membershipId),
          ...one.requests.map(({ id, canAnswer }) => `${id}/${canAnswer}`),
          ...one.below.map(({ id }) => `below/${id}`),
        ]),
      ),
  }
}

const waiting: Maker = ({ who, draw }) => {
  const unitCode = draw.unit(who)
  const count = draw.world.requests.filter(({ unit }) => unit === unitCode).length
  return {
    about: unitCode,
    expected: draw.model.sees(who, unitCode) ? String(count) : "not-found",
    ask: (place) => shown(place, getWaitingCount, { unitCode }, (one) => String(one.count)),
  }
}

const request: Maker = ({ who, draw }) => {
  const { model } = draw
  const one = draw.near(who, draw.world.requests)
  if (!one) return undefined
  const unitCode = draw.nameFor(who, one.unit)
  const isTheirs = model.managesSome(who) && model.sees(who, unitCode) && one.unit === unitCode
  const mayAnswer = one.by !== who.id && (model.answers(who, one) || model.manages(who, unitCode))
  return {
    about: `${unitCode} ${one.id}`,
    expected: isTheirs && mayAnswer ? one.id : "not-found",
    ask: (place) => shown(place, getWaitingRequest, { unitCode, requestId: one.id }, ({ id }) => id),
  }
}

const check: Maker = ({ who, draw }) => {
  const { model } = draw
  const seat = draw.seat(who, ({ state, until }) => state === "active" && (until ?? treeToday) >= treeToday)
  if (!seat) return undefined
  const unitCode = draw.nameFor(who, seat.unit)
  const no = () => {
    if (seat.unit !== unitCode) return "nothing"
    if (seat.person.id === who.id) return "rights.own"
    return model.isOwnPeople(who, unitCode, seat.person) ? "rights.own-office" : "free"
  }
  return {
    about: `${unitCode} ${seat.id}`,
    expected: noToManage(model, who, unitCode) ? "not-found" : no(),
    ask: (place) =>
      shown(place, getRightsCheck, { unitCode, changes: [changeOf("grant", seat)] }, ({ lines: [line] }) =>
        line ? (line.no ?? "free") : "nothing",
      ),
  }
}

/** One's own: whoever is signed in sees it, and nobody else's. */
const ownOf =
  (expected: (who: WorldPerson, draw: Draw) => string[], ask: ReturnType<typeof asksOwn>): Maker =>
  ({ who, draw }) => ({
    about: who.id,
    expected: isIn(who) ? rows(expected(who, draw)) : "not-found",
    ask,
  })

const asksOwn = (ask: Extract<ReturnType<Maker>, object>["ask"]) => ask

const askable: Maker = ({ who, draw }) => {
  const seat = draw.isLikely(50)
    ? draw.from(who.memberships.map((one) => ({ ...one, person: who })))
    : draw.seat(who)
  return (
    seat && {
      about: seat.id,
      expected: isIn(who) && seat.person.id === who.id && isInForce(seat) ? "TREE" : "not-found",
      ask: (place) => shown(place, getAskable, { membershipId: seat.id, system: "TREE" }, ({ code }) => code),
    }
  )
}

/** How each read about users and rights, and those of one's own things, is asked. */
export const listMakers: Record<string, Maker> = {
  "members.unit": users,
  "members.user": user,
  "members.find": find,
  "members.offer-form": offerForm,
  "members.my-offers": ownOf(
    (who, { world }) => world.offers.filter(({ to }) => to === who.id).map(({ id }) => id),
    (place) => shown(place, getMyOffers, {}, (all) => rows(all.map(({ id }) => id))),
  ),
  "rights.grid": grid,
  "rights.waiting": waiting,
  "rights.request": request,
  "rights.check": check,
  "rights.mine": ownOf(
    (who, { world }) => {
      const seats = who.memberships.filter(isInForce).map(({ id }) => id)
      return [...seats, ...world.requests.filter((one) => seats.includes(one.membership)).map(({ id }) => id)]
    },
    (place) =>
      shown(place, getMyRights, {}, (one) =>
        rows([...one.seats.map(({ membershipId }) => membershipId), ...one.requests.map(({ id }) => id)]),
      ),
  ),
  "rights.askable": askable,
  "systems.launcher": ownOf(
    (who, { world }) =>
      who.memberships
        .filter(({ grant }) => grant?.state === "active" && (grant.until ?? treeToday) >= treeToday)
        .filter(isInForce)
        .map(({ unit }) => world.units.find(({ code }) => code === unit)?.id ?? ""),
    (place) => shown(place, getLauncher, { q: "" }, ({ held }) => rows(held.map(({ unitId }) => unitId))),
  ),
  "access.my-admins": ownOf(
    (who, { world }) => {
      const units = who.memberships.filter(isInForce).map(({ unit }) => unit)
      const seats = world.people.filter(isIn).flatMap(({ memberships }) => memberships)
      return seats.filter((one) => units.includes(one.unit) && isAdminBy(one)).map(({ id }) => id)
    },
    (place) => shown(place, getMyAdmins, {}, (all) => rows(all.map(({ membershipId }) => membershipId))),
  ),
}
