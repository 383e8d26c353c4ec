import { closeRun } from "@/lib/activation/close-run"
import { getEmptyUnits } from "@/lib/activation/get-empty-units"
import { getRegister } from "@/lib/activation/get-register"
import { issueCodes } from "@/lib/activation/issue-codes"
import { showLetters } from "@/lib/activation/show-letters"
import { applyImport } from "@/lib/imports/apply-import"
import { applyRow } from "@/lib/imports/apply-row"
import { exportUsers } from "@/lib/imports/export-users"
import { getImport } from "@/lib/imports/get-import"
import { getImportResult } from "@/lib/imports/get-import-result"
import { getImports } from "@/lib/imports/get-imports"
import { getTemplate } from "@/lib/imports/get-template"
import { grantAccepted } from "@/lib/imports/grant-accepted"
import { judgeImport } from "@/lib/imports/judge-import"
import { undoImport } from "@/lib/imports/undo-import"
import { undoRow } from "@/lib/imports/undo-row"
import { execute } from "@/lib/kernel/execute"
import { getCatalogue, getSystem } from "@/lib/rights/get-catalogue"
import { attempts } from "../attempt"
import { clientCommands, clientTrials } from "../client-trials"
import { catalogueCommands, rightsTrials } from "../rights-trials"
import { type Draw, type Maker, noToManage, type Place, rows, shown, tried } from "./asking"
import { treeNow, type WorldBatch, type WorldPerson } from "./world"

const filters = { q: "", province: "", page: 1 }

const issue: Maker = ({ who, draw }) => {
  const { model } = draw
  const unitCode = draw.unit(who)
  const answer = () => {
    if (!model.issuesSome(who)) return "forbidden"
    if (!model.issuesFor(who, unitCode)) return "activation.beyond-power"
    return model.isEmpty(unitCode) ? "done" : "activation.has-admin"
  }
  const input = { ...filters, unitCodes: [unitCode], isAll: false }
  return { about: unitCode, expected: answer(), ask: (place) => tried(place, issueCodes, input) }
}

/** The units without anybody for which somebody may issue codes. */
const emptyFor = ({ model, world }: Draw, who: WorldPerson) =>
  world.units.map(({ code }) => code).filter((code) => model.issuesFor(who, code) && model.isEmpty(code))

const empties: Maker = ({ who, draw }) => ({
  about: who.id,
  expected: draw.model.issuesSome(who) ? rows(emptyFor(draw, who)) : "not-found",
  ask: (place) => shown(place, getEmptyUnits, filters, ({ lines }) => rows(lines.map(({ code }) => code))),
})

/** Codes for all units of somebody who may; the id of the run. */
async function issuedBy(place: Place, issuer: WorldPerson): Promise<string | undefined> {
  const context = { db: place.db, actor: await place.actorOf(issuer), now: treeNow, requestId: "tree" }
  const answer = await execute(issueCodes, context, { ...filters, unitCodes: [], isAll: true })
  return answer.ok ? answer.value.run : undefined
}

const issuerOf = (draw: Draw) => draw.from(draw.world.people.filter((one) => emptyFor(draw, one).length > 0))

const register: Maker = ({ who, draw }) => {
  const issuer = issuerOf(draw)
  if (!issuer) return undefined
  const { model } = draw
  const isAll = model.has(who, "auditor")
  const codes = emptyFor(draw, issuer).filter((code) => isAll || model.issuesFor(who, code))
  return {
    about: `issued by ${issuer.id}`,
    expected: isAll || model.issuesSome(who) ? rows(codes) : "not-found",
    ask: async (place) => {
      await issuedBy(place, issuer)
      return shown(place, getRegister, { ...filters, state: "" }, ({ lines }) =>
        rows(lines.map(({ unitCode }) => unitCode)),
      )
    },
  }
}

/** The letters of a run are for nobody but who issued it. */
const ofRun =
  (ask: (place: Place, run: string) => Promise<string>): Maker =>
  ({ who, draw }) => {
    const issuer = draw.isLikely(40) && emptyFor(draw, who).length > 0 ? who : issuerOf(draw)
    if (!issuer) return undefined
    const answer = () => {
      if (!draw.model.issuesSome(who)) return "forbidden"
      return issuer.id === who.id ? "done" : "activation.printed"
    }
    return {
      about: `issued by ${issuer.id}`,
      expected: answer(),
      ask: async (place) => ask(place, (await issuedBy(place, issuer)) ?? ""),
    }
  }

type AskBatch = (place: Place, at: { readonly unitCode: string; readonly batchId: string }) => Promise<string>

/** A question about a workbook of a unit; `show` where it is a read, which shows nothing instead of saying why. */
const ofBatch =
  (state: WorldBatch["state"], ask: AskBatch, isRead = false): Maker =>
  ({ who, draw }) => {
    const batch = draw.near(
      who,
      draw.world.batches.filter((one) => one.state === state),
    )
    if (!batch) return undefined
    const unitCode = draw.nameFor(who, batch.unit)
    const no = noToManage(draw.model, who, unitCode) || (batch.unit === unitCode ? "" : "not-found")
    return {
      about: `${unitCode} ${batch.id}`,
      expected: isRead && no ? "not-found" : no || (isRead ? "shown" : "done"),
      ask: (place) => ask(place, { unitCode, batchId: batch.id }),
    }
  }

/** A question about a unit that one manages. */
const ofUnit =
  (fits: string, isRead: boolean, ask: (place: Place, unitCode: string) => Promise<string>): Maker =>
  ({ who, draw }) => {
    const unitCode = draw.unit(who)
    const no = noToManage(draw.model, who, unitCode)
    return {
      about: unitCode,
      expected: isRead && no ? "not-found" : no || fits,
      ask: (place) => ask(place, unitCode),
    }
  }

/** A row is worked in the name of whoever said so, with the powers that he has at that moment. */
const ofRow =
  (state: WorldBatch["state"], fits: string, ask: (place: Place, rowId: string) => Promise<string>): Maker =>
  ({ who, draw }) => {
    const batch = draw.near(
      who,
      draw.world.batches.filter((one) => one.state === state),
    )
    return (
      batch && {
        about: batch.row,
        expected: noToManage(draw.model, who, batch.unit) || fits,
        ask: (place) => ask(place, batch.row),
      }
    )
  }

const exported: Maker = ({ who, draw }) => {
  const unitCode = draw.unit(who)
  const no = draw.model.seesSome(who) ? "not-found" : "forbidden"
  return {
    about: unitCode,
    expected: draw.model.sees(who, unitCode) ? "done" : no,
    ask: (place) => tried(place, exportUsers, { unitCode, as: "csv" }),
  }
}

const batches: Maker = ({ who, draw }) => {
  const { model, world } = draw
  const unitCode = draw.unit(who)
  const ids = world.batches
    .filter(({ unit }) => unit === unitCode && model.manages(who, unit))
    .map(({ id }) => id)
  return {
    about: unitCode,
    expected: model.sees(who, unitCode) ? rows(ids) : "not-found",
    ask: (place) => shown(place, getImports, { unitCode }, (one) => rows(one.batches.map(({ id }) => id))),
  }
}

const isShown = () => "shown"
const nothing = "00000000-0000-4000-8000-000000000001"

/** The catalogue belongs to no unit: its commands are for the role `systems`. */
const catalogue = Object.fromEntries(
  [...catalogueCommands, ...clientCommands].map((name): [string, Maker] => [
    name,
    ({ who, draw }) => ({
      about: "",
      expected: draw.model.has(who, "systems") ? "no such system" : "forbidden",
      ask: async (place) => {
        const attempt = attempts(() => place, treeNow)
        const trials = { ...rightsTrials(attempt), ...clientTrials(attempt) }
        const answer = await trials[name]?.(place.actor)
        return answer === "not-found" ? "no such system" : (answer ?? "")
      },
    }),
  ]),
)

const seesSystems = ({ model }: Draw, who: WorldPerson) => model.has(who, "systems", "officer", "auditor")

/** How each command and read about activation, workbooks and the catalogue of systems is asked. */
export const workMakers: Record<string, Maker> = {
  "activation-codes.issue": issue,
  "activation.empty-units": empties,
  "activation.register": register,
  "activation.show-letters": ofRun((place, run) => tried(place, showLetters, { run })),
  "activation.close-run": ofRun((place, run) => tried(place, closeRun, { run })),
  "imports.judge": ofUnit("imports.not-a-workbook", false, (place, unitCode) =>
    tried(place, judgeImport, { unitCode, file: new Uint8Array([1]) }),
  ),
  "imports.apply": ofBatch("judged", (place, input) => tried(place, applyImport, input)),
  "imports.undo": ofBatch("applied", (place, input) => tried(place, undoImport, input)),
  "imports.batch": ofBatch("judged", (place, input) => shown(place, getImport, input, isShown), true),
  "imports.result": ofBatch("applied", (place, input) => shown(place, getImportResult, input, isShown), true),
  "imports.template": ofUnit("shown", true, (place, unitCode) =>
    shown(place, getTemplate, { unitCode }, isShown),
  ),
  "imports.apply-row": ofRow("applying", "imports.row-broken", (place, rowId) =>
    tried(place, applyRow, { rowId }),
  ),
  "imports.export": exported,
  "imports.unit": batches,
  "imports.grant-accepted": ({ who, draw }) => ({
    about: "",
    expected: draw.model.managesSome(who) ? "imports.row-taken" : "forbidden",
    ask: (place) => tried(place, grantAccepted, { rowId: nothing }),
  }),
  "imports.undo-row": ({ who, draw }) => ({
    about: "",
    expected: draw.model.managesSome(who) ? "imports.row-taken" : "forbidden",
    ask: (place) => tried(place, undoRow, { rowId: nothing }),
  }),
  "rights.catalogue": ({ who, draw }) => ({
    about: "",
    expected: seesSystems(draw, who) ? "TREE" : "not-found",
    ask: (place) => shown(place, getCatalogue, {}, ({ systems }) => systems.map(({ code }) => code).join()),
  }),
  "rights.system": ({ who, draw }) => ({
    about: "",
    expected: seesSystems(draw, who) ? `TREE ${draw.model.has(who, "systems")}` : "not-found",
    ask: (place) => shown(place, getSystem, { code: "TREE" }, (one) => `${one.system.code} ${one.canManage}`),
  }),
  ...catalogue,
}
