import type postgres from "postgres"
import { type Figures, faultsOf } from "./figures"
import { type Act, type Bar, barTo, type Person, type State, stateAfter, type Unit } from "./powers"
import { type Quarter, quarterBefore } from "./quarters"

/** A report as it stands; without a state while nobody has begun it. */
export type Report = {
  readonly unit: Unit
  readonly quarter: Quarter
  readonly state: State | null
  readonly version: number
  readonly figures: Figures | null
  readonly submittedBy: string | null
  readonly changedAt: Date | null
}

/** What came of an act. */
export type Outcome =
  | { readonly ok: true; readonly version: number }
  | { readonly ok: false; readonly bar: Bar | "stale" | "unsound" | "no-reason" }

/** What somebody wants to do to a report, as he saw it. */
export type Wish = {
  readonly act: Act
  readonly person: Person
  readonly unitCode: string
  readonly quarter: Quarter
  /** The version on his screen. */
  readonly version: number
  readonly figures?: Figures
  readonly reason?: string
}

type Row = {
  code: string
  name: string
  provinceCode: string
  districtCode: string
  state: State | null
  version: number | null
  figures: Figures | null
  submittedBy: string | null
  changedAt: Date | null
}

const shaped = (row: Row, quarter: Quarter): Report => ({
  unit: { code: row.code, name: row.name, provinceCode: row.provinceCode, districtCode: row.districtCode },
  quarter,
  state: row.state,
  version: row.version ?? 0,
  figures: row.figures,
  submittedBy: row.submittedBy,
  changedAt: row.changedAt,
})

const columns = (sql: postgres.Sql | postgres.TransactionSql) => sql`
  u.code, u.name, u.province_code as "provinceCode", u.district_code as "districtCode", r.state, r.version, r.figures,
  r.submitted_by as "submittedBy", r.changed_at as "changedAt"`

type Reader = postgres.Sql | postgres.TransactionSql

/** The report of a unit for a quarter; nothing where there is no such unit. */
export async function findReport(
  sql: Reader,
  unitCode: string,
  quarter: Quarter,
): Promise<Report | undefined> {
  const [row] = await sql<Row[]>`
    select ${columns(sql)} from info.units u
    left join info.reports r on r.unit_code = u.code and r.year = ${quarter.year} and r.quarter = ${quarter.quarter}
    where u.code = ${unitCode}`
  return row && shaped(row, quarter)
}

/** The reports of all units of a province or, where it is named, of a district. */
export async function listReports(
  sql: Reader,
  place: { readonly provinceCode: string; readonly districtCode?: string | undefined },
  quarter: Quarter,
): Promise<Report[]> {
  const within = place.districtCode ? sql`and u.district_code = ${place.districtCode}` : sql``
  const rows = await sql<Row[]>`
    select ${columns(sql)} from info.units u
    left join info.reports r on r.unit_code = u.code and r.year = ${quarter.year} and r.quarter = ${quarter.quarter}
    where u.province_code = ${place.provinceCode} ${within} order by u.district_code, u.code`
  return rows.map((row) => shaped(row, quarter))
}

/** How many reports of each province stand where. */
export type Tally = {
  readonly code: string
  readonly name: string
  readonly units: number
  readonly submitted: number
  readonly returned: number
  readonly certified: number
}

/** The whole country, province by province. */
export async function tallyCountry(sql: Reader, quarter: Quarter): Promise<Tally[]> {
  return await sql<Tally[]>`
    select p.code, p.name, count(*)::int as units,
      count(*) filter (where r.state = 'submitted')::int as submitted,
      count(*) filter (where r.state = 'returned')::int as returned,
      count(*) filter (where r.state = 'certified')::int as certified
    from info.units u join info.places p on p.code = u.province_code
    left join info.reports r on r.unit_code = u.code and r.year = ${quarter.year} and r.quarter = ${quarter.quarter}
    group by p.code, p.name order by p.code`
}

/** Name of a province or district. */
export async function placeName(sql: Reader, code: string): Promise<string | undefined> {
  const [row] = await sql<{ name: string }[]>`select name from info.places where code = ${code}`
  return row?.name
}

/** An entry of a report's history. */
export type Entry = {
  readonly act: Act
  readonly reason: string
  readonly byName: string
  readonly byUnit: string
  readonly at: Date
}

/** Who did what to a report, the latest first. */
export async function listHistory(sql: Reader, unitCode: string, quarter: Quarter): Promise<Entry[]> {
  return await sql<Entry[]>`
    select act, reason, by_name as "byName", by_unit as "byUnit", at from info.report_events
    where unit_code = ${unitCode} and year = ${quarter.year} and quarter = ${quarter.quarter} order by id desc limit 200`
}

/** Requests that the unit certified for the quarter before, for comparison. */
export async function totalBefore(
  sql: Reader,
  unitCode: string,
  quarter: Quarter,
): Promise<number | undefined> {
  const { year, quarter: number } = quarterBefore(quarter)
  const [row] = await sql<{ total: number | null }[]>`
    select (figures -> 'counts' ->> 'total')::int as total from info.reports
    where unit_code = ${unitCode} and year = ${year} and quarter = ${number} and state = 'certified'`
  return row?.total ?? undefined
}

/**
 * Does something to a report: only who may, only in its time, only to what he saw, and with an entry in its history
 * in the same transaction.
 */
export async function actOnReport(
  sql: postgres.Sql,
  wish: Wish,
  at: { now: Date; today: string },
): Promise<Outcome> {
  return await sql.begin(async (tx): Promise<Outcome> => {
    const { unitCode, quarter, act } = wish
    // a report that nobody has begun has no row to lock
    await tx`select pg_advisory_xact_lock(hashtextextended(${`${unitCode} ${quarter.year} ${quarter.quarter}`}, 7165))`
    const report = await findReport(tx, unitCode, quarter)
    if (!report) return { ok: false, bar: "not-yours" }
    const bar = barTo(act, wish.person, report, at.today)
    const isStale = report.version !== wish.version
    // a state that is not the one on his screen is somebody else's doing, and told as that
    if (bar === "wrong-state" && isStale) return { ok: false, bar: "stale" }
    if (bar) return { ok: false, bar }
    if (isStale) return { ok: false, bar: "stale" }
    const wrong = wrongWith(wish, report)
    if (wrong) return { ok: false, bar: wrong }
    return await write(tx, wish, report, at.now)
  })
}

function wrongWith({ act, reason, figures }: Wish, report: Report): "unsound" | "no-reason" | undefined {
  if ((act === "return" || act === "take-back") && !reason?.trim()) return "no-reason"
  if (act === "save" && !figures) return "unsound"
  const kept = report.figures
  return act === "submit" && (!kept || faultsOf(kept).length > 0) ? "unsound" : undefined
}

async function write(tx: postgres.TransactionSql, wish: Wish, report: Report, now: Date): Promise<Outcome> {
  const { act, person, unitCode, quarter, reason = "" } = wish
  const version = report.version + 1
  const kept = report.state ?? "draft"
  const state = act === "save" ? kept : stateAfter[act]
  const submittedBy = act === "submit" ? person.sub : report.submittedBy
  const figures = tx.json((wish.figures ?? report.figures) as postgres.JSONValue)
  await tx`
    insert into info.reports (unit_code, year, quarter, state, version, figures, submitted_by, changed_at)
    values (${unitCode}, ${quarter.year}, ${quarter.quarter}, ${state}, ${version}, ${figures}, ${submittedBy}, ${now})
    on conflict (unit_code, year, quarter) do update set state = excluded.state, version = excluded.version,
      figures = excluded.figures, submitted_by = excluded.submitted_by, changed_at = excluded.changed_at`
  await tx`
    insert into info.report_events (unit_code, year, quarter, version, act, reason, by_sub, by_name, by_unit, at)
    values (${unitCode}, ${quarter.year}, ${quarter.quarter}, ${version}, ${act}, ${reason.trim()}, ${person.sub},
      ${person.name}, ${person.unit.name}, ${now})`
  return { ok: true, version }
}
