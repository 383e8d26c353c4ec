import { asset } from "./assets"
import { type Answer, type Ask, leadTo, plain, type World } from "./exchange"
import { html } from "./html"
import { saying, sheet } from "./layout"
import { answerArea, answerCountry } from "./list-routes"
import { nextLine, periodLine, quarterName } from "./period-line"
import { lastOpened, quarterKey, readQuarter } from "./quarters"
import { answerReport, type SignedInAsk } from "./report-routes"
import { beginSignIn, finishSignIn, signOut, takeLogout } from "./sign-in-routes"
import { whoIsHere } from "./who-is-here"

/** Answers one request. */
export async function answer(world: World, ask: Ask, sessionId: string | undefined): Promise<Answer> {
  const { pathname } = ask.url
  const file = ask.method === "GET" && asset(pathname.slice(1))
  if (file) return file
  if (pathname === "/health") return plain(200, "ok")
  if (pathname === "/backchannel-logout" && ask.method === "POST") return await takeLogout(world, ask)
  if (ask.method === "GET" && pathname === "/sign-in") return await beginSignIn(world, ask)
  if (ask.method === "GET" && pathname === "/callback") return await finishSignIn(world, ask)
  const here = await whoIsHere(world, sessionId, ask.now)
  if (ask.method === "POST" && pathname === "/sign-out") return await signOut(world, ask, here.session)
  if (ask.method === "GET" && pathname === "/signed-out")
    return saying(world, ask, { status: 200, text: ask.w.pages.signedOut, on: [["/sign-in", ask.w.signIn]] })
  if (here.is === "unsure")
    return saying(world, ask, {
      status: 503,
      text: ask.w.pages.portalSilent,
      on: [[pathname, ask.w.pages.again]],
    })
  return here.is === "in" ? await inside(world, { ...ask, person: here.session.person }) : outside(world, ask)
}

/** Pages of those who are not signed in: the front door, and from everywhere else the way to sign in. */
function outside(world: World, ask: Ask): Answer {
  const { w } = ask
  if (ask.url.pathname !== "/") {
    const to = ask.method === "GET" ? ask.url.pathname : "/"
    return leadTo(`/sign-in?${new URLSearchParams({ to })}`)
  }
  const quarter = lastOpened(ask.today)
  const next = nextLine(ask, quarter)
  return sheet(world, ask, {
    title: w.report,
    body: html`<p class="kicker">${w.name}</p><h1>${w.report}</h1><p>${w.about}</p>
<div class="notice"><p><strong>${quarterName(ask, quarter)}</strong></p><p>${periodLine(ask, quarter)}</p>${next && html`<p>${next}</p>`}</div>
<p><a class="button" href="/sign-in">${w.signIn}</a></p>`,
  })
}

const paths = {
  report: /^\/reports\/([\d-]{6})\/(\d{8})(?:\/([a-z-]+))?$/,
  area: /^\/provinces\/([\d-]{6})\/(\d{2}|\d{4})(\/file\.csv)?$/,
  country: /^\/country\/([\d-]{6})$/,
}

async function inside(world: World, ask: SignedInAsk): Promise<Answer> {
  const { pathname } = ask.url
  if (pathname === "/" && ask.method === "GET") return leadTo(homeOf(ask))
  const [, reportKey = "", unitCode = "", rest = ""] = paths.report.exec(pathname) ?? []
  const reportQuarter = readQuarter(reportKey)
  if (reportQuarter) return await answerReport(world, ask, { quarter: reportQuarter, unitCode, rest })
  const [, areaKey = "", place = "", isFile] = (ask.method === "GET" && paths.area.exec(pathname)) || []
  const areaQuarter = readQuarter(areaKey)
  if (areaQuarter)
    return await answerArea(world, ask, { quarter: areaQuarter, place, isFile: Boolean(isFile) })
  const [, countryKey = ""] = (ask.method === "GET" && paths.country.exec(pathname)) || []
  const countryQuarter = readQuarter(countryKey)
  if (countryQuarter) return await answerCountry(world, ask, countryQuarter)
  return saying(world, ask, { status: 404, text: ask.w.pages.notFound })
}

/** Where somebody's work begins. */
function homeOf({ person, today }: SignedInAsk): string {
  const key = quarterKey(lastOpened(today))
  const { kind, code } = person.unit
  if (kind === "department") return `/country/${key}`
  const isOffice = kind === "provincial_office" || kind === "district_office"
  return isOffice ? `/provinces/${key}/${code}` : `/reports/${key}/${code}`
}
