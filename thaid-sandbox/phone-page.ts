import type { Answer, Ask } from "./exchange"
import { html, type Markup } from "./html"
import { sheet } from "./layout"
import type { PendingSignIn } from "./pending"
import type { Person } from "./persons"
import { type Words, wordsOf } from "./words"
import type { World } from "./world"

type Problem = "badNumber" | "noName" | "badBirthdate" | "pickOne"

const typedFields = [
  ["title", "honorific-prefix"],
  ["givenName", "off"],
  ["familyName", "off"],
  ["givenNameEn", "off"],
  ["familyNameEn", "off"],
  ["birthdate", "off"],
] as const

/** The form of the phone: who one is, and what one decides. What was typed stays when something was wrong with it. */
export function phonePage(world: World, ask: Ask, pending: PendingSignIn, problem: Problem | null): Answer {
  const { words } = wordsOf(ask.query)
  const name = world.clients.find(({ clientId }) => clientId === pending.request.clientId)?.name ?? ""
  return sheet(ask, {
    status: problem ? 400 : 200,
    title: words.phone,
    body: html`<h1>${words.phone}</h1>
<p class="ref"><span>${words.refCode}</span> <strong>${pending.refCode}</strong></p>
<p class="small">${words.compare}</p>
${problem && html`<p class="problem" role="alert" id="problem">${words[problem]}</p>`}
<form method="post" action="${ask.path}?${String(ask.query)}" class="card">
<p><strong>${words.asks(name || pending.request.clientId)}</strong></p>
<p class="small">${words.asked}: <span class="mono">${pending.request.scopes.join(" ")}</span></p>
<fieldset${problem && html` aria-describedby="problem"`}><legend>${words.chooseWho}</legend>
<div class="people" role="group" aria-label="${words.cast}" tabindex="0">
${world.persons.map((one) => choice(one, ask.form.get("person") === one.nationalId))}
</div>
${typedPart(words, ask.form)}
</fieldset>
<div class="decisions">
<button class="button" name="decision" value="approve">${words.approve}</button>
<button class="button second" name="decision" value="decline">${words.decline}</button>
<button class="button quiet" name="decision" value="expire">${words.letExpire}</button>
</div>
</form>`,
  })
}

function choice(one: Person, isChosen: boolean): Markup {
  return html`<label class="choice"><input type="radio" name="person" value="${one.nationalId}"${isChosen && html` checked`}>
<span><strong>${one.title}${one.givenName} ${one.familyName}</strong>
<span class="mono">${spaced(one.nationalId)}</span>${one.note && html`<small>${one.note}</small>`}</span></label>`
}

function typedPart(words: Words, form: URLSearchParams): Markup {
  const isChosen = form.get("person") === "typed"
  return html`<label class="choice"><input type="radio" name="person" value="typed"${isChosen && html` checked`}>
<span>${words.typed}</span></label>
<div class="typed">
<label class="whole">${words.nationalId}<input name="nationalId" inputmode="numeric" maxlength="20" autocomplete="off" value="${form.get("nationalId") ?? ""}"></label>
${typedFields.map(
  ([name, autocomplete]) =>
    html`<label class="${name === "title" || name === "birthdate" ? "whole" : ""}">${words[name]}<input name="${name}" maxlength="100" autocomplete="${autocomplete}" value="${form.get(name) ?? ""}"></label>`,
)}
</div>`
}

/** A national ID as cards print it: 1 2345 67890 12 3. */
function spaced(nationalId: string): string {
  return nationalId.replace(/^(.)(.{4})(.{5})(.{2})(.)$/, "$1 $2 $3 $4 $5")
}
