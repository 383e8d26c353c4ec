import { askRight } from "@/lib/rights/ask-right"
import { changeRights } from "@/lib/rights/change-rights"
import { decideRequest } from "@/lib/rights/decide-request"
import { type GrantAct, grantMark, writeChange } from "@/lib/rights/rules"
import { settleRights } from "@/lib/rights/settle-rights"
import { withdrawRequest } from "@/lib/rights/withdraw-request"
import { type Maker, noDay, noToManage, tried } from "./asking"
import { isIn, isInForce } from "./model-standing"
import { daysOff, treeSystem, treeToday, type WorldMembership } from "./world"

/** A change of somebody's role as a page that was just looked at would send it. */
export function changeOf(act: GrantAct, { id, grant }: Pick<WorldMembership, "id" | "grant">): string {
  const systemRoleId = act === "grant" ? treeSystem.reader : treeSystem.viewer
  const held = grant && act !== "grant" ? { ...grant, stateChangedAt: daysOff(-5) } : undefined
  return writeChange({ act, membershipId: id, systemRoleId, seen: grantMark(held) })
}

const change = (act: GrantAct): Maker =>
  function make({ who, draw }) {
    const { model } = draw
    const isHere = ({ state, until }: WorldMembership) =>
      state === "active" && (until === null || until >= treeToday)
    const held = act === "withdraw" ? "active" : "suspended"
    const seat = draw.seat(who, (one) => (act === "grant" || one.grant?.state === held) && isHere(one))
    if (!seat) return undefined
    const unitCode = draw.nameFor(who, seat.unit)
    const fits = () => {
      if (seat.unit !== unitCode) return "not-found"
      // giving up a right is always possible; nobody gives one to himself, nor a caretaker to his own people
      if (act === "withdraw") return "done"
      if (seat.person.id === who.id) return "rights.own"
      return model.isOwnPeople(who, unitCode, seat.person) ? "rights.own-office" : "done"
    }
    return {
      about: `${act} ${unitCode} ${seat.id}`,
      expected: noToManage(model, who, unitCode) || fits(),
      ask: (place) =>
        tried(place, changeRights, {
          unitCode,
          changes: [changeOf(act, seat)],
          validUntil: noDay,
          orderText: "ที่ 1/2569",
          reason: "ย้ายงาน",
        }),
    }
  }

const changes: Maker = (at) => change(at.draw.from(["grant", "grant", "withdraw", "restore"]) ?? "grant")(at)

const decide: Maker = ({ who, draw }) => {
  const { model, world } = draw
  const request = draw.near(who, world.requests)
  if (!request) return undefined
  const unitCode = draw.nameFor(who, request.unit)
  const by = world.people.find(({ id }) => id === request.by)
  const answer = () => {
    if (!model.managesSome(who)) return "forbidden"
    if (!model.sees(who, unitCode) || request.unit !== unitCode) return "not-found"
    if (request.by === who.id) return "rights.own"
    if (by && model.isOwnPeople(who, unitCode, by)) return "rights.own-office"
    return model.answers(who, request) || model.manages(who, unitCode) ? "done" : "rights.not-yours-yet"
  }
  return {
    about: `${unitCode} ${request.id}`,
    expected: answer(),
    ask: (place) =>
      tried(place, decideRequest, {
        unitCode,
        requestId: request.id,
        decision: "refuse",
        answer: "ไม่เกี่ยวข้อง",
        orderText: "",
        validUntil: noDay,
      }),
  }
}

const ask: Maker = ({ who, draw }) => {
  const own = who.memberships.map((one) => ({ ...one, person: who }))
  const seat = draw.isLikely(60) && own.length > 0 ? draw.from(own) : draw.seat(who)
  if (!seat) return undefined
  const isOwn = seat.person.id === who.id && isInForce(seat)
  return {
    about: seat.id,
    expected: isIn(who) ? (isOwn ? "done" : "not-found") : "forbidden",
    ask: (place) => {
      const input = { membershipId: seat.id, systemRoleId: treeSystem.reader, reason: "ต้องใช้" }
      return tried(place, askRight, input)
    },
  }
}

const takeBack: Maker = ({ who, draw }) => {
  const own = draw.world.requests.filter(({ by }) => by === who.id)
  const request = draw.from(draw.isLikely(60) && own.length > 0 ? own : draw.world.requests)
  return (
    request && {
      about: request.id,
      expected: isIn(who) ? (request.by === who.id ? "done" : "not-found") : "forbidden",
      ask: (place) => tried(place, withdrawRequest, { requestId: request.id }),
    }
  )
}

/** How each command about rights is asked. */
export const rightMakers: Record<string, Maker> = {
  "rights.change": changes,
  "rights.decide": decide,
  "rights.ask": ask,
  "rights.withdraw-request": takeBack,
  // the portal by itself
  "rights.settle": () => ({
    about: "",
    expected: "forbidden",
    ask: (place) => tried(place, settleRights, { limit: 1 }),
  }),
}
