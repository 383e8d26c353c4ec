import { moment } from "./digits"
import type { Answer, Ask, World } from "./exchange"
import { html } from "./html"
import { sheet } from "./layout"
import { quarterName } from "./period-line"
import { figuresView } from "./report-figures"
import { addressOf, stateMark } from "./report-page"
import type { Entry, Report } from "./reports"

/** A report on paper (A4), with who certified it. */
export function printPage(world: World, ask: Ask, report: Report, history: readonly Entry[]): Answer {
  const { w, language } = ask
  const sign = report.state === "certified" ? history.find(({ act }) => act === "certify") : undefined
  return sheet(world, ask, {
    title: report.unit.name,
    isWide: true,
    body: html`<p class="kicker">${w.report}</p><h1>${report.unit.name}</h1>
<p>${quarterName(ask, report.quarter)} ${stateMark(ask, report.state)}</p>
${report.figures && figuresView(ask, report.quarter, report.figures)}
<p class="sign">${sign ? w.print.signedBy(sign.byName, sign.byUnit, moment(sign.at, language)) : w.print.draft}</p>
<p class="quiet">${w.print.printed(moment(ask.now, language))}</p>
<p class="no-print"><a href="${addressOf(report)}">${w.back}</a></p>`,
  })
}
