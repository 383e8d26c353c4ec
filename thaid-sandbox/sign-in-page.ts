import type { Answer, Ask } from "./exchange"
import { html, type Markup } from "./html"
import { saying, sheet } from "./layout"
import type { PendingSignIn } from "./pending"
import { type Words, wordsOf } from "./words"
import type { World } from "./world"

const phones = /Android|iPhone|iPad|iPod|Mobile/i
const refreshSeconds = 2

/** The page of a sign-in that waits: a QR beside a screen, or a link to the app on a phone. */
export function signInPage(world: World, ask: Ask, pending: PendingSignIn): Answer {
  const { language, words } = wordsOf(ask.query)
  const here = `/sandbox/sign-in/${pending.id}`
  const isPhone = phones.test(ask.headers["user-agent"] ?? "")
  const name = world.clients.find(({ clientId }) => clientId === pending.request.clientId)?.name ?? ""
  const answer = sheet(ask, {
    title: words.signIn,
    here,
    isPolling: true,
    refresh: { seconds: refreshSeconds, to: `${here}?lang=${language}` },
    body: html`<h1>${words.signIn}</h1>
${name ? html`<p class="lead">${words.signInTo(name)}</p>` : null}
<div class="card" data-poll="${here}/state" data-go="${here}?lang=${language}">
${isPhone ? appPart(words, pending, language) : qrPart(words, pending, language)}
<p class="ref"><span>${words.refCode}</span> <strong>${pending.refCode}</strong></p>
<p class="small">${words.compare}</p>
<p class="small waiting" role="status">${words.waiting}</p>
</div>`,
  })
  return { ...answer, headers: { ...answer.headers, "x-sandbox-ref-code": pending.refCode } }
}

function qrPart(words: Words, pending: PendingSignIn, language: string): Markup {
  return html`<p>${words.scan}</p>
<img class="qr" src="/sandbox/sign-in/${pending.id}/qr.svg" width="240" height="240" alt="${words.qr}">
<p><a class="button second" href="/sandbox/phone/${pending.refCode}?lang=${language}" target="_blank" rel="noopener">${words.openPhone}</a></p>`
}

/** On one device the app returns to the browser that opened it, so it is told which sign-in to go back to. */
function appPart(words: Words, pending: PendingSignIn, language: string): Markup {
  return html`<p>${words.openAppWhy}</p>
<p><a class="button" href="/sandbox/phone/${pending.refCode}?lang=${language}&amp;back=${pending.id}">${words.openApp}</a></p>`
}

/** What is said when a sign-in can't go on. */
export function endedPage(ask: Ask, pending: PendingSignIn | undefined): Answer {
  const { words } = wordsOf(ask.query)
  if (!pending) return saying(ask, 404, words.unknown, words.unknownWhy)
  if (pending.outcome.is === "returned") return saying(ask, 200, words.returned, words.returnedWhy)
  return saying(ask, 200, words.expired, words.expiredWhy)
}
