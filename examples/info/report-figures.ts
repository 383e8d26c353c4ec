import { count, digits, month } from "./digits"
import type { Ask } from "./exchange"
import {
  type Figures,
  levels,
  satisfaction,
  services,
  sumOfMonth,
  sumOfQuarter,
  sumOfService,
} from "./figures"
import { html, type Markup } from "./html"
import { periodOf, type Quarter } from "./quarters"

/** The percentage of satisfaction as it is shown. */
export function satisfactionText(figures: Figures | null, { w, language }: Ask): string {
  const value = figures && satisfaction(figures)
  return value === null ? w.form.noAnswers : digits(value.toFixed(1), language)
}

/** A report's figures with their sums, for reading. */
export function figuresView(ask: Ask, quarter: Quarter, figures: Figures): Markup {
  const { w, language } = ask
  const shown = (field: string) => {
    const value = figures.counts[field]
    return value === null || value === undefined ? "–" : count(value, language)
  }
  const months = periodOf(quarter).months.map((one) => month(one, language))
  const rows = services.map((name) => {
    const named = name === "other" && figures.otherName ? ` (${figures.otherName})` : ""
    const cells = months.map(
      (label, at) => html`<td class="number" data-label="${label}">${shown(`${name}-${at + 1}`)}</td>`,
    )
    return html`<tr><th scope="row">${w.services[name]}${named}</th>${cells}
<td class="number" data-label="${w.form.quarterSum}">${count(sumOfService(figures, name), language)}</td></tr>`
  })
  const sums = months.map(
    (label, at) =>
      html`<td class="number" data-label="${label}">${count(sumOfMonth(figures, (at + 1) as 1 | 2 | 3), language)}</td>`,
  )
  const facts: [string, string][] = [
    [w.form.total, shown("total")],
    [w.form.onTime, shown("on-time")],
    [w.form.respondents, shown("respondents")],
    ...levels.map((level): [string, string] => [w.form.levels[level], shown(`level-${level}`)]),
    [w.form.satisfaction, satisfactionText(figures, ask)],
    ...(figures.remark ? [[w.form.remarkTitle, figures.remark] as [string, string]] : []),
  ]
  return html`<table class="figures"><thead><tr><th scope="col">${w.form.service}</th>
${months.map((label) => html`<th scope="col" class="number">${label}</th>`)}<th scope="col" class="number">${w.form.quarterSum}</th></tr></thead>
<tbody>${rows}</tbody><tfoot><tr><th scope="row">${w.form.monthSum}</th>${sums}
<td class="number" data-label="${w.form.quarterSum}">${count(sumOfQuarter(figures), language)}</td></tr></tfoot></table>
<dl class="facts">${facts.map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl>`
}
