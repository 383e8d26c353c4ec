import { day } from "./digits"
import type { Answer, Ask, World } from "./exchange"
import { html, type Markup } from "./html"

/** A page, whatever is on it. */
export type Sheet = {
  readonly status?: number
  readonly title: string
  readonly body: Markup
  readonly isWide?: boolean
  readonly headers?: Answer["headers"]
}

const otherAddress = (ask: Ask) => {
  const query = new URLSearchParams(ask.method === "GET" ? ask.url.searchParams : undefined)
  query.set("lang", ask.language === "th" ? "en" : "th")
  return `${ask.method === "GET" ? ask.url.pathname : "/"}?${query}`
}

function strip({ w, language }: Ask, { settings }: World): Markup | null {
  if (settings.mode !== "demo") return null
  const shown = settings.today && html` <span>${w.demoDay(day(settings.today, language))}</span>`
  return html`<p class="strip"><strong>${w.demo}</strong>${shown}</p>`
}

function who({ w, person }: Ask): Markup | null {
  if (!person) return null
  return html`<div class="who"><p><span>${person.name}</span> <span class="quiet">${person.unit.name}</span></p>
<form method="post" action="/sign-out"><button class="plain">${w.signOut}</button></form></div>`
}

/** A whole page: the mark of a demonstration, who is signed in, and the way back to the portal stand on each. */
export function sheet(world: World, ask: Ask, { status = 200, title, body, isWide, headers }: Sheet): Answer {
  const { w, language } = ask
  const portal = new URL(world.settings.issuer).origin
  const other = language === "th" ? "en" : "th"
  const markup = html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<meta name="color-scheme" content="light dark">
<title>${title} – ${w.short}</title>
<link rel="stylesheet" href="/style.css">
<link rel="stylesheet" href="/parts.css">
<link rel="stylesheet" href="/tables.css">
<link rel="stylesheet" href="/media.css">
<link rel="icon" href="/icon.svg">
</head>
<body>
<a class="skip" href="#main">${w.skip}</a>
${strip(ask, world)}
<header><a class="mark" href="/"><img src="/icon.svg" alt="" width="28" height="28"> ${w.short}</a>
<a class="language" href="${otherAddress(ask)}" lang="${other}" hreflang="${other}">${w.otherLanguage}</a>
${who(ask)}</header>
<main id="main" class="${isWide ? "wide" : "narrow"}">
${body}
</main>
<footer><p><a href="${portal}/portal">${w.toPortal}</a></p><p class="quiet">${w.notOfficial}</p></footer>
</body>
</html>`
  return {
    status,
    headers: { "content-type": "text/html; charset=utf-8", "content-language": language, ...headers },
    body: markup.text,
  }
}

/** A page that says one thing, and where to go on from there. */
export function saying(
  world: World,
  ask: Ask,
  {
    status,
    text: [title = "", why = ""],
    on,
  }: { status: number; text: readonly string[]; on?: readonly (readonly [string, string])[] },
): Answer {
  const links = (on ?? [["/", ask.w.pages.home]]).map(
    ([address, label]) => html`<p><a class="button" href="${address}">${label}</a></p>`,
  )
  return sheet(world, ask, { status, title, body: html`<h1>${title}</h1><p>${why}</p>${links}` })
}
