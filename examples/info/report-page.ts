import { count, moment } from "./digits"
import type { Answer, Ask, World } from "./exchange"
import { type Fault, faultsOf, type Typed, typedOf } from "./figures"
import { html, type Markup, type Part } from "./html"
import { sheet } from "./layout"
import { nextLine, periodLine, quarterName } from "./period-line"
import { barTo, type Person } from "./powers"
import { quarterKey } from "./quarters"
import { figuresView } from "./report-figures"
import { errorSummary, reportForm } from "./report-form"
import { type Entry, type Report, totalBefore } from "./reports"

/** The address of a unit's report. */
export function addressOf({ quarter, unit }: Pick<Report, "quarter"> & { unit: { code: string } }): string {
  return `/reports/${quarterKey(quarter)}/${unit.code}`
}

const marks = { none: "○", draft: "◐", submitted: "➤", returned: "↩", certified: "✔" } as const

/** The state of a report: a sign and a word. */
export function stateMark({ w }: Ask, state: Report["state"]): Markup {
  const name = state ?? "none"
  return html`<span class="state ${name}"><span aria-hidden="true">${marks[name]}</span> ${w.states[name]}</span>`
}

/** Head of every page about a report. */
export function reportHead(ask: Ask, report: Report): Markup {
  const next = nextLine(ask, report.quarter)
  return html`<p class="kicker">${ask.w.report}</p><h1>${report.unit.name}</h1>
<p>${quarterName(ask, report.quarter)} ${stateMark(ask, report.state)}</p>
<p class="quiet">${periodLine(ask, report.quarter)}${next && html`<br>${next}`}</p>`
}

/** What somebody typed that was not taken. */
export type Rejected = { readonly typed: Typed; readonly faults: readonly Fault[]; readonly isKept: boolean }

/** The page of a report: the form for its recorder, the decision for its certifier, else the figures. */
export async function reportPage(
  world: World,
  ask: Ask & { person: Person },
  {
    report,
    history,
    rejected,
    needsReason,
  }: {
    report: Report
    history: readonly Entry[]
    rejected?: Rejected
    needsReason?: boolean
  },
): Promise<Answer> {
  const shown = shownTo(ask.person, report)
  const mayFill = barTo("save", ask.person, report, ask.today) === undefined
  const typed = rejected?.typed ?? (report.figures ? typedOf(report.figures) : {})
  const faults = rejected?.faults ?? []
  const body = mayFill
    ? reportForm(ask, { ...report, address: addressOf(report), typed, faults })
    : reading(ask, shown)
  const before = await totalBefore(world.sql, report.unit.code, report.quarter)
  const latest = report.state === "returned" ? history.find(({ act }) => act === "return") : undefined
  return sheet(world, ask, {
    status: faults.length > 0 || needsReason ? 422 : 200,
    title: report.unit.name,
    isWide: true,
    body: html`${errorSummary(ask, report.quarter, faults, rejected?.isKept ?? false)}${doneNote(ask)}
${reportHead(ask, report)}
${latest && html`<div class="notice"><p><strong>${ask.w.returnedBecause}</strong></p><p>${latest.reason}</p></div>`}
${body}${decision(ask, report, before, needsReason ?? false)}${printLink(ask, shown)}${historyOf(ask, history)}`,
  })
}

/** A report as somebody may see it: a draft is the unit's own until it is sent. */
export function shownTo(person: Person, report: Report): Report {
  const isOwn = person.unit.code === report.unit.code
  return report.state === "draft" && !isOwn ? { ...report, figures: null } : report
}

function reading(ask: Ask, report: Report): Markup {
  if (!report.figures) return html`<p>${ask.w.notSent}</p>`
  return figuresView(ask, report.quarter, report.figures)
}

function doneNote({ w, url }: Ask): Markup | null {
  const done = url.searchParams.get("done") ?? ""
  const said = Object.hasOwn(w.done, done) ? w.done[done as keyof typeof w.done] : undefined
  return said ? html`<div class="done" role="status"><p>${said}</p></div>` : null
}

function act(report: Report, name: string, parts: Part, button: Markup): Markup {
  return html`<form method="post" action="${addressOf(report)}/${name}">
<input type="hidden" name="version" value="${report.version}">${parts}<p class="acts">${button}</p></form>`
}

function reasonField({ w }: Ask, id: string, label: string, isMissing: boolean): Markup {
  const wrong =
    isMissing && html`<span class="wrong" role="alert" id="${id}-wrong">${w.decide.needsReason}</span>`
  const described = isMissing ? html` aria-invalid="true" aria-describedby="${id}-wrong"` : null
  return html`<div class="field"><label for="${id}">${label}</label>${wrong}
<textarea id="${id}" name="reason" rows="3" maxlength="500"${described}></textarea></div>`
}

function decision(
  ask: Ask & { person: Person },
  report: Report,
  before: number | undefined,
  isMissing: boolean,
): Markup | null {
  const { w, language, person, today } = ask
  const bars = (["return", "certify", "take-back"] as const).map((name) => barTo(name, person, report, today))
  const [back, certify, takeBack] = bars
  if (bars.every((bar) => bar !== undefined)) return null
  const compare = before !== undefined && html`<p>${w.decide.before(count(before, language))}</p>`
  return html`<section class="decision"><h2>${w.decide.title}</h2>${compare}
${certify === undefined && act(report, "certify", null, html`<button>${w.decide.certify}</button>`)}
${
  back === undefined &&
  act(
    report,
    "return",
    reasonField(ask, "reason", w.decide.reason, isMissing),
    html`<button class="second">${w.decide.return}</button>`,
  )
}
${back === "too-late-to-mend" && html`<p class="hint">${w.refusals[back]}</p>`}
${
  takeBack === undefined &&
  act(
    report,
    "take-back",
    reasonField(ask, "reason", w.decide.takeBackReason, isMissing),
    html`<button class="second">${w.decide.takeBack}</button>`,
  )
}</section>`
}

function printLink({ w }: Ask, report: Report): Markup | null {
  return report.figures && html`<p class="after"><a href="${addressOf(report)}/print">${w.print.link}</a></p>`
}

/** Who did what. */
function historyOf({ w, language }: Ask, history: readonly Entry[]): Markup | null {
  if (history.length === 0) return null
  const lines = history.map(
    (
      entry,
    ) => html`<li>${w.history.line(w.acts[entry.act], entry.byName, entry.byUnit, moment(entry.at, language))}
${entry.reason && html`<br><span class="quiet">${w.history.reason(entry.reason)}</span>`}</li>`,
  )
  return html`<section><h2>${w.history.title}</h2><ol class="history">${lines}</ol></section>`
}

/** All answers once more before they are sent. */
export function checkPage(world: World, ask: Ask, report: Report): Answer {
  const { w } = ask
  const { figures } = report
  const faults = figures ? faultsOf(figures) : []
  const send = html`<button>${w.check.send}</button> <a href="${addressOf(report)}">${w.check.back}</a>`
  return sheet(world, ask, {
    title: w.check.title,
    isWide: true,
    body: html`${errorSummary(ask, report.quarter, faults, true)}${reportHead(ask, report)}<h2>${w.check.title}</h2><p>${w.check.lead}</p>
${figures && figuresView(ask, report.quarter, figures)}${faults.length === 0 && act(report, "submit", null, send)}`,
  })
}
