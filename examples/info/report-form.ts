import { count, digits, month } from "./digits"
import type { Ask } from "./exchange"
import { type Fault, levels, services, type Typed } from "./figures"
import { html, type Markup } from "./html"
import { periodOf, type Quarter } from "./quarters"

/** What is wrong with a field, in words. */
export function faultText({ w, language }: Pick<Ask, "w" | "language">, { why, value }: Fault): string {
  const said = w.faults[why]
  return typeof said === "string" ? said : said(count(value ?? 0, language))
}

/** What a field is called. */
function fieldName(ask: Ask, quarter: Quarter, field: string): string {
  const { w, language } = ask
  const [, kind = "", at = ""] = /^(.+)-([1-5])$/.exec(field) ?? []
  const service = services.find((name) => name === kind)
  if (service)
    return w.month(w.services[service], month(periodOf(quarter).months[Number(at) - 1] ?? "", language))
  const level = levels.find((one) => field === `level-${one}`)
  if (level) return w.form.levels[level]
  const names: Readonly<Record<string, string>> = {
    total: w.form.total,
    "on-time": w.form.onTime,
    respondents: w.form.respondents,
    "other-name": w.form.otherName,
    remark: w.form.remark,
  }
  return names[field] ?? field
}

/** The list of what is wrong, on top of the page; each entry leads to its field. */
export function errorSummary(
  ask: Ask,
  quarter: Quarter,
  faults: readonly Fault[],
  isKept: boolean,
): Markup | null {
  if (faults.length === 0) return null
  const { w, language } = ask
  const title = (isKept ? w.faults.titleCheck : w.faults.title)(digits(faults.length, language))
  const lines = faults.map(
    (fault) =>
      html`<li><a href="#${fault.field}">${fieldName(ask, quarter, fault.field)}: ${faultText(ask, fault)}</a></li>`,
  )
  return html`<div class="summary" role="alert" tabindex="-1" autofocus><h2>${title}</h2><ul>${lines}</ul></div>`
}

type Cells = { readonly ask: Ask; readonly typed: Typed; readonly faults: readonly Fault[] }

function wrong({ ask, faults }: Cells, field: string) {
  const fault = faults.find((one) => one.field === field)
  return {
    attributes: fault ? html` aria-invalid="true" aria-describedby="${field}-wrong"` : null,
    text: fault && html`<span class="wrong" id="${field}-wrong">${faultText(ask, fault)}</span>`,
  }
}

function cell(cells: Cells, field: string, label: string): Markup {
  const { attributes, text } = wrong(cells, field)
  const value = cells.typed[field] ?? ""
  return html`<input class="count" id="${field}" name="${field}" value="${value}" inputmode="numeric" autocomplete="off"
 aria-label="${label}"${attributes}>${text}`
}

function line(cells: Cells, field: string, label: string, hint?: string): Markup {
  const { attributes, text } = wrong(cells, field)
  const value = cells.typed[field] ?? ""
  return html`<div class="field"><label for="${field}">${label}</label>${hint && html`<p class="hint">${hint}</p>`}${text}
<input class="count" id="${field}" name="${field}" value="${value}" inputmode="numeric" autocomplete="off"${attributes}></div>`
}

function serviceTable(cells: Cells, quarter: Quarter): Markup {
  const { w, language } = cells.ask
  const months = periodOf(quarter).months.map((one) => month(one, language))
  const rows = services.map((name) => {
    const inputs = months.map((shown, at) => {
      const label = w.month(w.services[name], shown)
      return html`<td data-label="${shown}">${cell(cells, `${name}-${at + 1}`, label)}</td>`
    })
    return html`<tr><th scope="row">${w.services[name]}</th>${inputs}</tr>`
  })
  return html`<table class="figures"><thead><tr><th scope="col">${w.form.service}</th>
${months.map((shown) => html`<th scope="col" class="number">${shown}</th>`)}</tr></thead><tbody>${rows}</tbody></table>`
}

/** The form in which a recorder fills the report; what was typed stands in it, right or wrong. */
export function reportForm(
  ask: Ask,
  at: { quarter: Quarter; address: string; version: number; typed: Typed; faults: readonly Fault[] },
): Markup {
  const { w } = ask
  const cells = { ask, typed: at.typed, faults: at.faults }
  const other = wrong(cells, "other-name")
  const remark = wrong(cells, "remark")
  return html`<form method="post" action="${at.address}/save" class="report">
<input type="hidden" name="version" value="${at.version}">
<section><h2>${w.form.servicesTitle}</h2><p class="hint">${w.form.servicesHint}</p>
${serviceTable(cells, at.quarter)}
<div class="field"><label for="other-name">${w.form.otherName}</label>${other.text}
<input id="other-name" name="other-name" value="${at.typed["other-name"] ?? ""}" maxlength="120"${other.attributes}></div>
${line(cells, "total", w.form.total, w.form.totalHint)}
${line(cells, "on-time", w.form.onTime)}</section>
<section><h2>${w.form.surveyTitle}</h2>
${line(cells, "respondents", w.form.respondents, w.form.respondentsHint)}
<p class="hint">${w.form.levelsHint}</p>
<div class="levels">${levels.map((level) => line(cells, `level-${level}`, w.form.levels[level]))}</div></section>
<section><h2>${w.form.remarkTitle}</h2>
<div class="field"><label for="remark">${w.form.remark}</label><p class="hint">${w.form.remarkHint}</p>${remark.text}
<textarea id="remark" name="remark" rows="4"${remark.attributes}>${at.typed.remark ?? ""}</textarea></div></section>
<p class="acts"><button name="next" value="check">${w.form.check}</button>
<button class="second" name="next" value="draft">${w.form.saveDraft}</button></p>
</form>`
}
