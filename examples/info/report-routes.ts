import { type Answer, type Ask, leadTo, type World } from "./exchange"
import { faultsOf, readFigures, type Typed } from "./figures"
import { html } from "./html"
import { saying, sheet } from "./layout"
import { datesLine, nextLine } from "./period-line"
import { type Act, type Bar, barTo, maySee, type Person } from "./powers"
import { printPage } from "./print-page"
import { phaseOn, type Quarter } from "./quarters"
import { reportForm } from "./report-form"
import { addressOf, checkPage, reportHead, reportPage, shownTo } from "./report-page"
import { actOnReport, findReport, listHistory, type Report } from "./reports"

/** A request of somebody who is signed in. */
export type SignedInAsk = Ask & { readonly person: Person }

const acts = ["save", "submit", "return", "certify", "take-back"] as const

/** Everything below `/reports/<quarter>/<unit>`. */
export async function answerReport(
  world: World,
  ask: SignedInAsk,
  at: { readonly quarter: Quarter; readonly unitCode: string; readonly rest: string },
): Promise<Answer> {
  const report = await findReport(world.sql, at.unitCode, at.quarter)
  if (!(report && maySee(ask.person, report.unit))) return refusal(world, ask, at.quarter, "not-yours")
  const act = acts.find((name) => name === at.rest)
  if (ask.method === "POST" && act) return await change(world, ask, report, act)
  if (ask.method !== "GET") return saying(world, ask, { status: 405, text: ask.w.pages.notFound })
  if (phaseOn(at.quarter, ask.today) === "not-open") return refusal(world, ask, at.quarter, "not-open")
  const history = await listHistory(world.sql, at.unitCode, at.quarter)
  if (at.rest === "") return await reportPage(world, ask, { report, history })
  const shown = shownTo(ask.person, report)
  if (at.rest === "print" && shown.figures) return printPage(world, ask, shown, history)
  if (at.rest === "check" && report.figures) {
    const bar = barTo("submit", ask.person, report, ask.today)
    return bar ? refusal(world, ask, at.quarter, bar) : checkPage(world, ask, report)
  }
  return saying(world, ask, { status: 404, text: ask.w.pages.notFound })
}

/** What is refused is told with the dates of the report, where it is a matter of time. */
export function refusal(world: World, ask: Ask, quarter: Quarter, bar: Bar): Answer {
  const { w } = ask
  const isOfTime = ["not-open", "recording-over", "closed", "too-late-to-mend"].includes(bar)
  const dates = isOfTime && html`<p>${datesLine(ask, quarter)}</p>`
  const next = isOfTime && nextLine(ask, quarter)
  return sheet(world, ask, {
    status: 403,
    title: w.refusals.title,
    body: html`<h1>${w.refusals.title}</h1><p role="alert">${w.refusals[bar]}</p>${dates}${next && html`<p>${next}</p>`}
<p><a class="button" href="/">${w.pages.home}</a></p>`,
  })
}

async function change(world: World, ask: SignedInAsk, report: Report, act: Act): Promise<Answer> {
  const { quarter, unit } = report
  const typed: Typed = Object.fromEntries([...ask.form].map(([name, value]) => [name, value]))
  const version = Number(typed.version ?? Number.NaN)
  if (!Number.isSafeInteger(version)) return saying(world, ask, { status: 400, text: ask.w.pages.tooMuch })
  const read = act === "save" ? readFigures(typed) : undefined
  if (read && read.faults.length > 0) {
    const bar = barTo(act, ask.person, report, ask.today)
    if (bar) return refusal(world, ask, quarter, bar)
    return await again(world, ask, { ...report, version }, { typed, faults: read.faults, isKept: false })
  }
  const reason = (typed.reason ?? "").replace(/[\p{Cc}\p{Cf}]/gu, " ").slice(0, 500)
  const wish = { act, person: ask.person, unitCode: unit.code, quarter, version, reason }
  const done = await actOnReport(world.sql, read ? { ...wish, figures: read.figures } : wish, ask)
  if (done.ok) return await afterwards(world, ask, { ...report, version: done.version }, act, typed)
  if (done.bar === "stale") return stale(world, ask, report, act === "save" ? typed : undefined)
  if (done.bar === "no-reason") {
    const history = await listHistory(world.sql, unit.code, quarter)
    return await reportPage(world, ask, { report, history, needsReason: true })
  }
  if (done.bar === "unsound") return checkPage(world, ask, report)
  return refusal(world, ask, quarter, done.bar)
}

async function afterwards(
  world: World,
  ask: SignedInAsk,
  report: Report,
  act: Act,
  typed: Typed,
): Promise<Answer> {
  if (act === "save" && typed.next === "check") {
    const faults = faultsOf(readFigures(typed).figures)
    if (faults.length === 0) return leadTo(`${addressOf(report)}/check`)
    return await again(world, ask, report, { typed, faults, isKept: true })
  }
  return leadTo(`${addressOf(report)}?done=${act}`)
}

async function again(
  world: World,
  ask: SignedInAsk,
  report: Report,
  rejected: NonNullable<Parameters<typeof reportPage>[2]["rejected"]>,
): Promise<Answer> {
  const history = await listHistory(world.sql, report.unit.code, report.quarter)
  return await reportPage(world, ask, { report, history, rejected })
}

/** Somebody else was quicker: nothing is saved, what was typed is still there to copy. */
function stale(world: World, ask: Ask, report: Report, typed: Typed | undefined): Answer {
  const { w } = ask
  const form = typed && reportForm(ask, { ...report, address: addressOf(report), typed, faults: [] })
  return sheet(world, ask, {
    status: 409,
    title: w.stale.title,
    isWide: true,
    body: html`<div class="summary" role="alert"><h2>${w.stale.title}</h2><p>${w.stale.lead}</p>
<p><a href="${addressOf(report)}">${w.stale.open}</a></p></div>${reportHead(ask, report)}${form}`,
  })
}
