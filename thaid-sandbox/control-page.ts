import { namesIn } from "./control-words"
import type { Answer, Ask } from "./exchange"
import { type ArmedFault, endpoints, type FaultName, faultNames } from "./faults"
import { html, type Markup } from "./html"
import { sheet } from "./layout"
import { type Switches, switchChoices } from "./switches"
import { type Language, type Words, wordsOf } from "./words"
import type { World } from "./world"

type View = { readonly world: World; readonly ask: Ask; readonly words: Words; readonly language: Language }

/** What is armed, how the service behaves, who waits; and forms to change all of it, without a script. */
export function controlPage(world: World, ask: Ask, problem: string | null): Answer {
  const view: View = { world, ask, ...wordsOf(ask.query) }
  const { words } = view
  return sheet(ask, {
    status: problem ? 400 : 200,
    title: words.control,
    isWide: true,
    body: html`<h1>${words.control}</h1>
<p class="lead">${words.controlWhy}</p>
${problem && html`<p class="problem" role="alert">${problem}</p>`}
<div class="columns">
<div>${armForm(view)}${armedList(view)}${pendingList(view)}</div>
<div>${switchForm(view)}${keyList(view)}</div>
</div>`,
  })
}

const action = ({ ask }: View) => `${ask.path}?${ask.query}`

function option(value: string, label: string, isChosen = false): Markup {
  return html`<option value="${value}"${isChosen && html` selected`}>${label}</option>`
}

function clientChoice({ world, words }: View): Markup {
  return html`<label>${words.client}<select name="client">${option("", words.everyClient)}
${world.clients.map(({ clientId, name }) => option(clientId, name || clientId))}</select></label>`
}

function armForm(view: View): Markup {
  const { words, language } = view
  const names = namesIn[language].faults
  return html`<form method="post" action="${action(view)}" class="card">
<h2>${words.faultChoice}</h2>
<label>${words.faultChoice}<select name="name">
${faultNames.map((name) => option(name, `${names[name]} · ${name}`))}</select></label>
<label>${words.faultAt}<select name="at">${option("", "–")}${endpoints.map((at) => option(at, at))}</select></label>
<label>${words.faultValue}<input name="value" maxlength="100" autocomplete="off"></label>
${clientChoice(view)}
<label class="choice"><input type="radio" name="sticky" value="false" checked><span>${words.once}</span></label>
<label class="choice"><input type="radio" name="sticky" value="true"><span>${words.always}</span></label>
<button class="button">${words.arm}</button>
</form>`
}

function armedList(view: View): Markup {
  const { world, words } = view
  const armed = world.faults.list()
  return html`<section class="card"><h2>${words.armed}</h2>
${armed.length === 0 ? html`<p>${words.noneArmed}</p>` : html`<ul class="rows">${armed.map((one) => armedRow(view, one))}</ul>`}
${
  armed.length > 0 &&
  html`<form method="post" action="${action(view)}"><button class="button second" name="act" value="clear-all">${words.clearAll}</button></form>`
}</section>`
}

function armedRow(view: View, { id, name, at, client, sticky, value }: ArmedFault): Markup {
  const { words, language } = view
  const label: Record<FaultName, string> = namesIn[language].faults
  const facts = [at, client ?? words.everyClient, sticky ? words.always : words.once, value ?? ""]
  return html`<li><span><strong>${label[name]}</strong> <small>${facts.filter((fact) => fact !== "").join(" · ")}</small></span>
<form method="post" action="${action(view)}"><button class="button quiet" name="clear" value="${id}">${words.clear}</button></form></li>`
}

function pendingList({ world, words, language }: View): Markup {
  const waiting = world.pending.waiting().slice(-20).reverse()
  return html`<section class="card"><h2>${words.pending}</h2>
${
  waiting.length === 0
    ? html`<p>${words.nonePending}</p>`
    : html`<ul class="rows">${waiting.map(
        ({ refCode, request }) =>
          html`<li><a href="/sandbox/phone/${refCode}?lang=${language}">${refCode}</a> <small>${request.clientId}</small></li>`,
      )}</ul>`
}</section>`
}

function switchForm(view: View): Markup {
  const { world, words, language } = view
  const all = world.switches.of(undefined)
  const names = namesIn[language].switches
  const rows = (Object.keys(switchChoices) as (keyof Switches)[]).map((name) => {
    const choices = switchChoices[name]
    const now = String(all[name])
    return html`<label>${names[name]}${
      choices
        ? html`<select name="${name}">${choices.map((value) => option(value, value, value === now))}</select>`
        : html`<input name="${name}" value="${now}" placeholder="${words.none}" autocomplete="off">`
    }</label>`
  })
  return html`<form method="post" action="${action(view)}" class="card"><h2>${words.switches}</h2>
${clientChoice(view)}${rows}
<button class="button" name="act" value="switches">${words.change}</button></form>`
}

function keyList(view: View): Markup {
  const { world, words } = view
  return html`<section class="card"><h2>${words.keys}</h2>
<ul class="rows">${world.keys
    .published()
    .keys.map(
      ({ kid }) =>
        html`<li><span class="mono">${String(kid)}</span>${kid === world.keys.signer.kid && html` <small>${words.signing}</small>`}</li>`,
    )}</ul>
<form method="post" action="${action(view)}"><button class="button second" name="act" value="rotate">${words.rotate}</button></form></section>`
}
