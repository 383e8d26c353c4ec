import { getTransferForm } from "@/lib/transfers/get-transfer-form"
import { getUnitTransfers } from "@/lib/transfers/get-unit-transfers"
import { openTransfer } from "@/lib/transfers/open-transfer"
import { refuseTransfer } from "@/lib/transfers/refuse-transfer"
import { signTransfer } from "@/lib/transfers/sign-transfer"
import { withdrawTransfer } from "@/lib/transfers/withdraw-transfer"
import { type Maker, noToSign, type Place, rows, shown, tried } from "./asking"
import { codesOf } from "./tree-chance"
import type { WorldTransfer } from "./world"

/** A question about a transfer by one of its sides, or, now and then, by the wrong one. */
function aboutTransfer(
  side: "from" | "to",
  ownNo: (one: WorldTransfer, whoId: string) => string,
  ask: (place: Place, input: Record<string, unknown>) => Promise<string>,
): Maker {
  return ({ who, draw }) => {
    const found = draw.near(
      who,
      draw.world.transfers.map((one) => ({ ...one, unit: one[side] })),
    )
    if (!found) return undefined
    const unitCode = draw.isLikely(12)
      ? side === "from"
        ? found.to
        : found.from
      : draw.nameFor(who, found.unit)
    const fits = unitCode === found.unit ? ownNo(found, who.id) || "done" : "not-found"
    return {
      about: `${unitCode} ${found.id}`,
      expected: noToSign(draw.model, who, unitCode) || fits,
      ask: (place) => ask(place, { unitCode, transferId: found.id, reason: "ไม่ตรงกัน", roles: [] }),
    }
  }
}

// whoever signed for the other side can't sign for this one, nor can the person himself
const signed = (one: WorldTransfer, whoId: string) =>
  one.openedBy === whoId ? "transfers.two-persons" : one.of === whoId ? "transfers.own" : ""

const open: Maker = ({ who, draw }) => {
  const { model, world } = draw
  const isWaiting = (id: string) => world.transfers.some(({ membership }) => membership === id)
  const seat = draw.seat(who, ({ id }) => !isWaiting(id))
  if (!seat) return undefined
  const unitCode = draw.nameFor(who, seat.unit)
  const toUnit = draw.from(codesOf(world.units).filter((code) => code !== "00" && code !== unitCode)) ?? "36"
  const isThere = seat.unit === unitCode && seat.state === "active"
  const fits = isThere ? (seat.person.id === who.id ? "transfers.own" : "done") : "not-found"
  return {
    about: `${unitCode} ${seat.id} ${toUnit}`,
    expected: noToSign(model, who, unitCode) || fits,
    ask: (place) =>
      tried(place, openTransfer, {
        unitCode,
        membershipId: seat.id,
        toUnit,
        post: "นักวิชาการ",
        staffKind: "local-government",
        staffReason: "ขาดคน",
        officeTelephone: "",
        orderText: "ที่ 9/2569",
        effectiveOn: { day: "1", month: "12", year: "2569" },
        knowsLast: "1",
      }),
  }
}

const form: Maker = ({ who, draw }) => {
  const seat = draw.seat(who)
  if (!seat) return undefined
  const unitCode = draw.nameFor(who, seat.unit)
  const isThere = seat.unit === unitCode && seat.state === "active" && seat.person.id !== who.id
  const isShown = noToSign(draw.model, who, unitCode) === "" && isThere
  return {
    about: `${unitCode} ${seat.id}`,
    expected: isShown ? "shown" : "not-found",
    ask: (place) => shown(place, getTransferForm, { unitCode, membershipId: seat.id }, () => "shown"),
  }
}

const list: Maker = ({ who, draw }) => {
  const { model, world } = draw
  const unitCode = draw.unit(who)
  const signs = model.signsFor(who, unitCode)
  const lines = world.transfers
    .filter(({ from, to }) => from === unitCode || to === unitCode)
    .map((one) => {
      const isTheirs = signed(one, who.id) !== ""
      const canSign = signs && one.to === unitCode && !isTheirs
      return `${one.id}/${canSign}/${signs}`
    })
  return {
    about: unitCode,
    expected: model.sees(who, unitCode) ? rows([String(signs), ...lines]) : "not-found",
    ask: (place) =>
      shown(place, getUnitTransfers, { unitCode }, ({ unit, lines }) =>
        rows([String(unit.canSign), ...lines.map((one) => `${one.id}/${one.canSign}/${one.canClose}`)]),
      ),
  }
}

/** How each command and read about transfers is asked. */
export const transferMakers: Record<string, Maker> = {
  "transfers.open": open,
  "transfers.sign": aboutTransfer("to", signed, (place, input) => tried(place, signTransfer, input)),
  "transfers.refuse": aboutTransfer(
    "to",
    () => "",
    (place, input) => tried(place, refuseTransfer, input),
  ),
  "transfers.withdraw": aboutTransfer(
    "from",
    () => "",
    (place, input) => tried(place, withdrawTransfer, input),
  ),
  "transfers.form": form,
  "transfers.unit": list,
}
