import { count, digits } from "./digits"
import type { Answer, Ask, World } from "./exchange"
import { sumOfQuarter } from "./figures"
import { html, type Markup } from "./html"
import { sheet } from "./layout"
import { nextLine, periodLine, quarterName } from "./period-line"
import { states } from "./powers"
import { openedQuarters, type Quarter, quarterKey } from "./quarters"
import { satisfactionText } from "./report-figures"
import { addressOf, stateMark } from "./report-page"
import type { Report, Tally } from "./reports"

function otherQuarters(ask: Ask, quarter: Quarter, address: (key: string) => string): Markup {
  const links = openedQuarters(ask.today, 4).map((one) => {
    const [key, name] = [quarterKey(one), quarterName(ask, one)]
    return key === quarterKey(quarter)
      ? html`<li><strong>${name}</strong></li>`
      : html`<li><a href="${address(key)}">${name}</a></li>`
  })
  return html`<nav aria-label="${ask.w.province.quarters}"><ul class="inline">${links}</ul></nav>`
}

function head(ask: Ask, title: string, quarter: Quarter): Markup {
  const next = nextLine(ask, quarter)
  return html`<p class="kicker">${ask.w.report}</p><h1>${title}</h1><p>${quarterName(ask, quarter)}</p>
<p class="quiet">${periodLine(ask, quarter)}${next && html`<br>${next}`}</p>`
}

const filters = ["none", ...states] as const

/** The units of a province, or of one of its districts, with how their reports stand. */
export function areaPage(
  world: World,
  ask: Ask,
  at: { title: string; address: (key: string) => string; quarter: Quarter; reports: readonly Report[] },
): Answer {
  const { w, language } = ask
  const asked = ask.url.searchParams.get("state") ?? ""
  const wanted = filters.find((one) => one === asked)
  const shown = at.reports.filter(({ state }) => !wanted || (state ?? "none") === wanted)
  const certified = at.reports.filter(({ state }) => state === "certified").length
  const here = at.address(quarterKey(at.quarter))
  const rows = shown.map((report) => {
    const isSent = report.figures && report.state !== "draft"
    return html`<tr><th scope="row"><a href="${addressOf(report)}">${report.unit.name}</a></th>
<td data-label="${w.province.state}">${stateMark(ask, report.state)}</td>
<td class="number${isSent ? "" : " nothing"}" data-label="${w.province.cases}">${isSent && report.figures ? count(sumOfQuarter(report.figures), language) : "–"}</td>
<td class="number${isSent ? "" : " nothing"}" data-label="${w.province.satisfaction}">${isSent ? satisfactionText(report.figures, ask) : "–"}</td></tr>`
  })
  const options = filters.map(
    (one) => html`<option value="${one}"${one === wanted && html` selected`}>${w.states[one]}</option>`,
  )
  const table = html`<table class="list"><thead><tr><th scope="col">${w.province.unit}</th><th scope="col">${w.province.state}</th>
<th scope="col" class="number">${w.province.cases}</th><th scope="col" class="number">${w.province.satisfaction}</th></tr></thead>
<tbody>${rows}</tbody></table>`
  return sheet(world, ask, {
    title: at.title,
    isWide: true,
    body: html`${head(ask, at.title, at.quarter)}${otherQuarters(ask, at.quarter, at.address)}
<p>${w.province.sum(count(certified, language), count(at.reports.length, language))}</p>
<form method="get" action="${here}" class="filter"><label for="state">${w.province.filter}</label>
<select id="state" name="state"><option value="">${w.province.all}</option>${options}</select>
<button class="second">${w.province.filter}</button></form>
${rows.length > 0 ? table : html`<p>${w.province.none}</p>`}
<p><a href="${here}/file.csv">${w.province.file}</a></p>`,
  })
}

/** Every province, for the Department. */
export function countryPage(world: World, ask: Ask, quarter: Quarter, tallies: readonly Tally[]): Answer {
  const { w, language } = ask
  const number = (label: string, value: number) =>
    html`<td class="number" data-label="${label}">${count(value, language)}</td>`
  const rows = tallies.map(
    (
      one,
    ) => html`<tr><th scope="row"><a href="/provinces/${quarterKey(quarter)}/${one.code}">${one.name}</a></th>
${number(w.country.units, one.units)}${number(w.country.notSent, one.units - one.submitted - one.returned - one.certified)}
${number(w.country.submitted, one.submitted)}${number(w.country.returned, one.returned)}${number(w.country.certified, one.certified)}</tr>`,
  )
  const names = [
    w.country.units,
    w.country.notSent,
    w.country.submitted,
    w.country.returned,
    w.country.certified,
  ]
  return sheet(world, ask, {
    title: w.country.title,
    isWide: true,
    body: html`${head(ask, w.country.title, quarter)}${otherQuarters(ask, quarter, (key) => `/country/${key}`)}
<table class="list"><thead><tr><th scope="col">${w.country.province}</th>
${names.map((name) => html`<th scope="col" class="number">${name}</th>`)}</tr></thead><tbody>${rows}</tbody></table>
<p class="quiet">${digits(tallies.length, language)} ${w.country.province}</p>`,
  })
}
