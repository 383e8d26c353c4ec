import { decide, type TypedProblem, typedPerson } from "./decide"
import { type Answer, type Ask, redirect } from "./exchange"
import { html } from "./html"
import { sheet } from "./layout"
import { plainDigits } from "./national-id"
import type { PendingSignIn } from "./pending"
import type { Person } from "./persons"
import { phonePage } from "./phone-page"
import { endedPage } from "./sign-in-page"
import { wordsOf } from "./words"
import type { World } from "./world"

/** The phone of the invented person: shows who asks, takes a decision. */
export function phone(world: World, ask: Ask, refCode: string): Answer {
  const pending = world.pending.byRefCode(refCode)
  if (!pending) return endedPage(ask, undefined)
  if (ask.method !== "POST") return shown(world, ask, pending)
  const decision = ask.form.get("decision")
  if (decision === "decline" || decision === "expire") decide(world, pending, decision)
  else {
    const who = chosen(world, ask.form)
    if (typeof who === "string") return phonePage(world, ask, pending, who)
    decide(world, pending, "approve", who)
  }
  return redirect(`${ask.path}?${ask.query}`, 303)
}

function shown(world: World, ask: Ask, pending: PendingSignIn): Answer {
  const { words } = wordsOf(ask.query)
  const { is } = pending.outcome
  if (is === "waiting") return phonePage(world, ask, pending, null)
  if (is === "expired") return endedPage(ask, pending)
  const [title, why] =
    is === "declined" ? [words.declined, words.declinedWhy] : [words.approved, words.approvedWhy]
  // Only whoever came from the browser's own page knows the way back to it.
  const isSameDevice = ask.query.get("back") === pending.id
  const to = `/sandbox/sign-in/${pending.id}`
  return sheet(ask, {
    title,
    ...(isSameDevice ? { refresh: { seconds: 1, to, isAlways: true } } : {}),
    body: html`<h1>${title}</h1>
${isSameDevice ? html`<p><a class="button" href="${to}">${words.goOn}</a></p>` : html`<p>${why}</p>`}`,
  })
}

function chosen(world: World, form: URLSearchParams): Person | TypedProblem | "pickOne" {
  const choice = form.get("person")
  if (choice === null) return "pickOne"
  if (choice !== "typed") {
    return world.persons.find(({ nationalId }) => nationalId === choice) ?? "pickOne"
  }
  const nationalId = plainDigits(form.get("nationalId") ?? "")
  const typed = [...form].filter(([name, value]) => name !== "person" && value.trim() !== "")
  return typedPerson({ ...Object.fromEntries(typed), nationalId })
}

/** Where someone without a camera types the reference number. */
export function phoneDoor(_world: World, ask: Ask): Answer {
  const { language, words } = wordsOf(ask.query)
  const refCode = ask.query.get("ref")
  if (refCode) return redirect(`/sandbox/phone/${encodeURIComponent(refCode)}?lang=${language}`)
  return sheet(ask, {
    title: words.phone,
    body: html`<h1>${words.phone}</h1>
<form method="get" class="card">
<input type="hidden" name="lang" value="${language}">
<label>${words.typeRefCode}<input name="ref" required maxlength="6" autocomplete="off" autocapitalize="characters"></label>
<button class="button">${words.next}</button>
</form>`,
  })
}
