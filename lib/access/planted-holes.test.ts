import { expect, inject, it, vi } from "vitest"
import { compareTrees } from "@/db/testing/powers/compare-trees"
import {
  orHeld,
  unitOf,
  withEndedAppointments,
  withoutDays,
  withSuspended,
} from "@/db/testing/powers/hole-sql"
import { type Hole, holes } from "@/db/testing/powers/holes"
import { useTestDatabase } from "@/db/testing/use-test-database"
import type { AccountActor } from "@/lib/kernel/actor"
import type { Action } from "./may"

// Each mock is the real thing, but for one hole while that is planted. The product knows nothing of them.
const { planted, isPlanted } = vi.hoisted(() => {
  const planted = { hole: "" }
  return { planted, isPlanted: (hole: Hole) => planted.hole === hole }
})

vi.mock("@/lib/access/may", async (original) => {
  const real = await original<typeof import("./may")>()
  const asSpoken = (action: Action): Action =>
    action === "unit-data.edit" && isPlanted("an office speaks for a unit below") ? "rights.see" : action
  const may: typeof real.may = (actor, action, object) => {
    if (actor.kind !== "account") return real.may(actor, action, object)
    const { seats, roles } = actor
    if (isPlanted("every seat is an SSO Admin's"))
      return real.may({ ...actor, seats: seats.map((seat) => ({ ...seat, isAdmin: true })) }, action, object)
    if (isPlanted("the Department's seat is an office's")) {
      const level = (seat: (typeof seats)[number]) => (seat.level === "department" ? "province" : seat.level)
      return real.may(
        { ...actor, seats: seats.map((seat) => ({ ...seat, level: level(seat) })) },
        action,
        object,
      )
    }
    if (isPlanted("an auditor changes things") && roles.includes("auditor"))
      return real.may({ ...actor, roles: ["officer"] }, action, object)
    if (isPlanted("an office needs no care to act below"))
      return real.may(actor, action, { ...object, isCaretaker: true })
    if (isPlanted("an office answers though somebody is there"))
      return real.may(actor, action, { ...object, isNobodyThere: true })
    return real.may(actor, asSpoken(action), object)
  }
  return { ...real, may }
})

vi.mock("@/lib/access/unit-in-sight", async (original) => {
  const real = await original<typeof import("./unit-in-sight")>()
  const unitToManage: typeof real.unitToManage = async (db, actor, asked) =>
    isPlanted("who sees a unit changes it")
      ? ((await real.unitInSight(db, actor, asked)) ?? "not-found")
      : real.unitToManage(db, actor, asked)
  const unitInSight: typeof real.unitInSight = (db, actor, asked) =>
    real.unitInSight(
      db,
      isPlanted("every unit is in sight") ? { ...actor, roles: ["auditor"] } : actor,
      asked,
    )
  return { ...real, unitToManage, unitInSight }
})

vi.mock("@/lib/access/beyond-account", async (original) => {
  const real = await original<typeof import("./beyond-account")>()
  const beyondAccount: typeof real.beyondAccount = (db, actor, accountId) => {
    const isOwn = isPlanted("one's own account is anybody's") && accountId === actor.accountId
    return isOwn ? Promise.resolve(undefined) : real.beyondAccount(db, actor, accountId)
  }
  return { ...real, beyondAccount }
})

vi.mock("@/db/queries/unit-standing", async (original) => {
  const real = await original<typeof import("@/db/queries/unit-standing")>()
  const listPathsOf: typeof real.listPathsOf = async (db, accountId) => {
    const paths = await real.listPathsOf(db, accountId)
    return isPlanted("one of an account's units is enough") ? paths.toReversed().slice(0, 1) : paths
  }
  return { ...real, listPathsOf }
})

vi.mock("@/lib/rights/grant-bar", async (original) => {
  const real = await original<typeof import("@/lib/rights/grant-bar")>()
  const grantBar: typeof real.grantBar = async (db, actor, about) => {
    const bar = await real.grantBar(db, actor, about)
    const isGone = bar === "rights.own" ? "one grants to oneself" : "a caretaker grants to his own people"
    return bar && isPlanted(isGone) ? undefined : bar
  }
  return { ...real, grantBar }
})

vi.mock("@/db/queries/members-offers", async (original) => {
  const real = await original<typeof import("@/db/queries/members-offers")>()
  const isMemberOfSome: typeof real.isMemberOfSome = async (db, accountId, unitIds) =>
    !isPlanted("a caretaker brings in his own people") && real.isMemberOfSome(db, accountId, unitIds)
  return { ...real, isMemberOfSome }
})

vi.mock("@/lib/rights/request-power", async (original) => {
  const real = await original<typeof import("@/lib/rights/request-power")>()
  const requestPower: typeof real.requestPower = async (db, actor, now) =>
    isPlanted("any request is everybody's") ? () => true : real.requestPower(db, actor, now)
  return { ...real, requestPower }
})

vi.mock("@/db/queries/transfers", async (original) => {
  const real = await original<typeof import("@/db/queries/transfers")>()
  const findTransfer: typeof real.findTransfer = async (db, id) => {
    const found = await real.findTransfer(db, id)
    return found && isPlanted("one person signs for both sides") ? { ...found, fromSignedBy: null } : found
  }
  return { ...real, findTransfer }
})

vi.mock("@/lib/caretakers/rules", async (original) => {
  const real = await original<typeof import("@/lib/caretakers/rules")>()
  const isCareOver: typeof real.isCareOver = (care, unit, now) =>
    !isPlanted("care never ends by itself") && real.isCareOver(care, unit, now)
  return { ...real, isCareOver }
})

vi.mock("@/db/queries/unit-predicates", async (original) => {
  const real = await original<typeof import("@/db/queries/unit-predicates")>()
  const hasWorkingAdmin: typeof real.hasWorkingAdmin = (unitId, now) =>
    isPlanted("whose powers are held can work")
      ? orHeld(real.hasWorkingAdmin(unitId, now), unitId, now)
      : real.hasWorkingAdmin(unitId, now)
  return { ...real, hasWorkingAdmin }
})

vi.mock("@/db/queries/access", async (original) => {
  const real = await original<typeof import("@/db/queries/access")>()
  return {
    ...real,
    get isMembershipInForce() {
      if (isPlanted("a membership's days are forgotten")) return withoutDays
      return isPlanted("a suspended membership is in force") ? withSuspended : real.isMembershipInForce
    },
    get isUnitAdmin() {
      return isPlanted("an appointment's end is forgotten") ? withEndedAppointments : real.isUnitAdmin
    },
  }
})

vi.mock("@/db/queries/activation-register", async (original) => {
  const real = await original<typeof import("@/db/queries/activation-register")>()
  const listEmptyUnits: typeof real.listEmptyUnits = (db, actor, filter, at) => {
    const all = isPlanted("empty units are listed everywhere")
    return real.listEmptyUnits(
      db,
      all ? { ...(actor as AccountActor), roles: ["officer"] } : actor,
      filter,
      at,
    )
  }
  const listCodes: typeof real.listCodes = (db, who, query, at) =>
    real.listCodes(db, isPlanted("the register shows all codes") ? { ...who, isAll: true } : who, query, at)
  return { ...real, listEmptyUnits, listCodes }
})

vi.mock("@/db/queries/members-acts", async (original) => {
  const real = await original<typeof import("@/db/queries/members-acts")>()
  const lockMember: typeof real.lockMember = async (tx, at) => {
    if (!isPlanted("a user is found by another unit's name")) return real.lockMember(tx, at)
    return real.lockMember(tx, { ...at, unitId: await unitOf(tx, "memberships", at.membershipId) })
  }
  return { ...real, lockMember }
})

vi.mock("@/db/queries/imports", async (original) => {
  const real = await original<typeof import("@/db/queries/imports")>()
  const lockImport: typeof real.lockImport = async (tx, at) => {
    if (!isPlanted("a workbook is found by another unit's name")) return real.lockImport(tx, at)
    return real.lockImport(tx, { ...at, unitId: await unitOf(tx, "import_batches", at.batchId) })
  }
  return { ...real, lockImport }
})

vi.mock("@/db/queries/sessions", async (original) => {
  const real = await original<typeof import("@/db/queries/sessions")>()
  const findLiveSession: typeof real.findLiveSession = (db, hashes, keys, now) => {
    const thaid = isPlanted("a mailed code lifts the hold on powers") ? "urn:dla:email" : keys.thaid
    return real.findLiveSession(db, hashes, { ...keys, thaid }, now)
  }
  return { ...real, findLiveSession }
})

vi.mock("@/lib/rights/change-system", async (original) => {
  const real = await original<typeof import("@/lib/rights/change-system")>()
  const isAccount = (actor: { kind: string }): actor is AccountActor => actor.kind === "account"
  const changeSystem: typeof real.changeSystem = {
    ...real.changeSystem,
    get allow() {
      return isPlanted("a command asks nobody who he is") ? isAccount : real.changeSystem.allow
    },
  }
  return { changeSystem }
})

const test = useTestDatabase()

async function found(hole: string, only: readonly string[], trees: number, each = 24): Promise<string[]> {
  planted.hole = hole
  const { seed } = inject("powers")
  const wanted = { seed, trees, each, only, until: 1 }
  const { differences } = await compareTrees(test(), wanted).finally(() => {
    planted.hole = ""
  })
  // a hole that only breaks things would be seen by anybody
  return differences.filter((one) => !one.includes("was broke"))
}

it("finds nothing while no hole is planted", { timeout: 120_000 }, async () => {
  expect(await found("", [...new Set(Object.values(holes).flat())], 1, 6)).toEqual([])
})

it("finds each hole that is planted", { timeout: 300_000 }, async () => {
  const caught: string[] = []
  for (const [hole, only] of Object.entries(holes))
    if ((await found(hole, only, 25)).length > 0) caught.push(hole)
  const count = Object.keys(holes).length
  process.stdout.write(`holes planted ${count}, caught ${caught.length}\n`)
  expect(caught).toEqual(Object.keys(holes))
})
