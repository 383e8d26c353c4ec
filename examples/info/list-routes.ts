import { type Answer, plain, type World } from "./exchange"
import { levels, satisfaction, services, sumOfQuarter, sumOfService } from "./figures"
import { saying } from "./layout"
import { areaPage, countryPage } from "./lists-page"
import { type Quarter, quarterKey } from "./quarters"
import { csvLine } from "./read-csv"
import { refusal, type SignedInAsk } from "./report-routes"
import { listReports, placeName, type Report, tallyCountry } from "./reports"

/** Every province of a quarter: the Department's view. */
export async function answerCountry(world: World, ask: SignedInAsk, quarter: Quarter): Promise<Answer> {
  if (ask.person.unit.kind !== "department") return refusal(world, ask, quarter, "not-yours")
  return countryPage(world, ask, quarter, await tallyCountry(world.sql, quarter))
}

/** The units of a province (`36`) or a district (`3602`): for its own office and the offices above it. */
export async function answerArea(
  world: World,
  ask: SignedInAsk,
  at: { readonly quarter: Quarter; readonly place: string; readonly isFile: boolean },
): Promise<Answer> {
  const provinceCode = at.place.slice(0, 2)
  const { code, kind } = ask.person.unit
  const isOurs =
    kind === "department" ||
    (kind === "provincial_office" && code === provinceCode) ||
    (kind === "district_office" && code === at.place)
  if (!isOurs) return refusal(world, ask, at.quarter, "not-yours")
  const districtCode = at.place.length === 4 ? at.place : undefined
  const name = await placeName(world.sql, at.place)
  if (!name) return saying(world, ask, { status: 404, text: ask.w.pages.notFound })
  const reports = await listReports(world.sql, { provinceCode, districtCode }, at.quarter)
  if (at.isFile) return file(ask, at, reports)
  const title = districtCode ? ask.w.province.district(name) : ask.w.province.title(name)
  const address = (key: string) => `/provinces/${key}/${at.place}`
  return areaPage(world, ask, { title, address, quarter: at.quarter, reports })
}

/** For a spreadsheet: Arabic digits, and a mark at the start by which Excel knows the encoding. */
function file(
  { w }: SignedInAsk,
  { quarter, place }: { quarter: Quarter; place: string },
  reports: readonly Report[],
): Answer {
  const names = [
    w.province.code,
    w.province.unit,
    w.province.state,
    ...services.map((name) => w.services[name]),
    w.form.total,
    w.form.onTime,
    w.form.respondents,
    ...levels.map((level) => w.form.levels[level]),
    w.form.satisfaction,
  ]
  const lines = reports.map((report) => {
    const figures = report.state === "draft" ? null : report.figures
    const cell = (field: string) => figures?.counts[field] ?? null
    return csvLine([
      report.unit.code,
      report.unit.name,
      w.states[report.state ?? "none"],
      ...services.map((name) => figures && sumOfService(figures, name)),
      figures && sumOfQuarter(figures),
      cell("on-time"),
      cell("respondents"),
      ...levels.map((level) => cell(`level-${level}`)),
      figures && satisfaction(figures),
    ])
  })
  return plain(200, `\ufeff${csvLine(names)}${lines.join("")}`, {
    "content-type": "text/csv; charset=utf-8",
    "content-disposition": `attachment; filename="one-stop-service-${quarterKey(quarter)}-${place}.csv"`,
  })
}
