import { beginCare } from "@/lib/caretakers/begin-care"
import { endCare } from "@/lib/caretakers/end-care"
import { getCare } from "@/lib/caretakers/get-care"
import { lapseCare } from "@/lib/caretakers/lapse-care"
import { renewCare } from "@/lib/caretakers/renew-care"
import { getOversight } from "@/lib/oversight/get-oversight"
import { getOversightWorkbook } from "@/lib/oversight/get-oversight-workbook"
import { getSuccession } from "@/lib/oversight/get-succession"
import { nameSuccessor } from "@/lib/oversight/name-successor"
import { removeSuccessor } from "@/lib/oversight/remove-successor"
import { getWhy } from "@/lib/why/get-why"
import { type Draw, type Maker, noToManage, rows, shown, tried } from "./asking"
import { isIn } from "./model-standing"
import { dateOff, treeNow, type WorldMembership, type WorldPerson } from "./world"

const mayRenew = ({ model }: Draw, who: WorldPerson, office: string) =>
  model.has(who, "officer") || model.isOver(who, office)

const begin: Maker = ({ who, draw }) => {
  const { model } = draw
  const unitCode = draw.unit(who)
  const answer = () => {
    if (!model.seesSome(who)) return "forbidden"
    if (!model.sees(who, unitCode)) return "not-found"
    if (!model.isOver(who, unitCode)) return "caretakers.not-yours"
    if (model.isSomebodyThere(unitCode)) return "caretakers.somebody-there"
    const before = model.careOf(unitCode)
    return before && before.endsAt > treeNow ? "caretakers.taken" : "done"
  }
  return {
    about: unitCode,
    expected: answer(),
    ask: (place) => tried(place, beginCare, { unitCode, confirmed: true }),
  }
}

const renew: Maker = ({ who, draw }) => {
  const { model, world } = draw
  const unitCode = draw.near(who, world.cares)?.unit ?? draw.unit(who)
  const answer = () => {
    if (!model.seesSome(who)) return "forbidden"
    if (!model.sees(who, unitCode)) return "not-found"
    const care = model.careNow(unitCode)
    if (!care) return "caretakers.none"
    if (!mayRenew(draw, who, care.office)) return "caretakers.not-yours"
    return care.isRenewed ? "caretakers.renewed" : "done"
  }
  return { about: unitCode, expected: answer(), ask: (place) => tried(place, renewCare, { unitCode }) }
}

const end: Maker = ({ who, draw }) => {
  const unitCode = draw.near(who, draw.world.cares)?.unit ?? draw.unit(who)
  const fits = draw.model.careOf(unitCode) ? "done" : "caretakers.none"
  return {
    about: unitCode,
    expected: noToManage(draw.model, who, unitCode) || fits,
    ask: (place) => tried(place, endCare, { unitCode }),
  }
}

const care: Maker = ({ who, draw }) => {
  const { model, world } = draw
  const unitCode = draw.unit(who)
  const now = model.careNow(unitCode)
  const canBegin = !now && !model.isSomebodyThere(unitCode) && model.isOver(who, unitCode)
  const canRenew = now !== undefined && !now.isRenewed && mayRenew(draw, who, now.office)
  const canEnd = now !== undefined && model.manages(who, unitCode)
  const office = world.units.find(({ code }) => code === now?.office)?.id ?? ""
  return {
    about: unitCode,
    expected: model.sees(who, unitCode) ? rows([office, `${canBegin}${canRenew}${canEnd}`]) : "not-found",
    ask: (place) =>
      shown(place, getCare, { unitCode }, (one) =>
        rows([one.care?.officeId ?? "", `${one.canBegin}${one.canRenew}${one.canEnd}`]),
      ),
  }
}

const name: Maker = ({ who, draw }) => {
  const seat = draw.seat(who, ({ state }) => state !== "ended")
  if (!seat) return undefined
  const unitCode = draw.nameFor(who, seat.unit)
  return {
    about: `${unitCode} ${seat.id}`,
    expected: noToManage(draw.model, who, unitCode) || (seat.unit === unitCode ? "done" : "not-found"),
    ask: (place) => tried(place, nameSuccessor, { unitCode, membershipId: seat.id }),
  }
}

const remove: Maker = ({ who, draw }) => {
  const unitCode = draw.unit(who)
  const isNamed = draw.world.successors.some(({ unit }) => unit === unitCode)
  return {
    about: unitCode,
    expected: noToManage(draw.model, who, unitCode) || (isNamed ? "done" : "not-found"),
    ask: (place) => tried(place, removeSuccessor, { unitCode }),
  }
}

const oversight: Maker = ({ who, draw }) => {
  const { model, world } = draw
  const officeCode = draw.unit(who)
  const isOffice = officeCode === "00" || model.isField(officeCode)
  const below = world.units.filter(({ above }) => above === officeCode).map(({ code }) => code)
  return {
    about: officeCode,
    expected: model.sees(who, officeCode) && isOffice ? rows(below) : "not-found",
    ask: (place) =>
      shown(place, getOversight, { officeCode }, ({ children }) => rows(children.map(({ code }) => code))),
  }
}

const workbook: Maker = ({ who, draw }) => {
  const officeCode = draw.unit(who)
  const isOffice = officeCode === "00" || draw.model.isField(officeCode)
  return {
    about: officeCode,
    expected: draw.model.sees(who, officeCode) && isOffice ? officeCode : "not-found",
    ask: (place) => shown(place, getOversightWorkbook, { officeCode, locale: "th" }, ({ code }) => code),
  }
}

const succession: Maker = ({ who, draw }) => {
  const { model, world } = draw
  const unitCode = draw.unit(who)
  const named = world.successors.find(({ unit }) => unit === unitCode)?.membership
  const seats = world.people.flatMap(({ memberships }) => memberships)
  const successor = seats.find(({ id, state }) => id === named && state !== "ended")?.id ?? "nobody"
  const can = model.manages(who, unitCode)
  return {
    about: unitCode,
    expected: model.sees(who, unitCode) && unitCode !== "00" ? `${can} ${successor}` : "not-found",
    ask: (place) =>
      shown(
        place,
        getSuccession,
        { unitCode },
        (one) => `${one.unit.canManage} ${one.successor?.membershipId ?? "nobody"}`,
      ),
  }
}

/** One's own facts; of others those of the units in one's power, if the member is of one of them. */
const why: Maker = ({ who, draw }) => {
  const seat = draw.seat(who)
  if (!seat) return undefined
  const isTold = ({ state, until }: WorldMembership) =>
    state !== "ended" || (until !== null && until > dateOff(-90))
  const told = seat.person.memberships.filter(
    (one) => isTold(one) && (seat.person.id === who.id || draw.model.explainsTo(who, one.unit)),
  )
  const isShown = isIn(who) && (seat.person.id === who.id || told.some(({ id }) => id === seat.id))
  return {
    about: seat.id,
    expected: isShown ? rows(told.map(({ id }) => id)) : "not-found",
    ask: (place) =>
      shown(place, getWhy, { system: "TREE", member: seat.id }, ({ seats }) =>
        rows(seats.map(({ membershipId }) => membershipId)),
      ),
  }
}

/** How each command and read about caretakers, oversight and `/why` is asked. */
export const officeMakers: Record<string, Maker> = {
  "caretakers.begin": begin,
  "caretakers.renew": renew,
  "caretakers.end": end,
  "caretakers.get": care,
  "caretakers.lapse": ({ draw }) => ({
    about: "",
    expected: "forbidden",
    ask: (place) => tried(place, lapseCare, { unitId: draw.world.units[0]?.id }),
  }),
  "oversight.name-successor": name,
  "oversight.remove-successor": remove,
  "oversight.office": oversight,
  "oversight.succession": succession,
  "oversight.workbook": workbook,
  "why.get": why,
}
