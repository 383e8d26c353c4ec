import { join } from "node:path"
import postgres from "postgres"
import type { KeyRing } from "@/lib/crypto/key-ring"
import { refreshCoverage } from "@/lib/oversight/refresh-coverage"
import { jobs } from "./jobs"
import { fewPages, figuresOf, mostTimes, wholeReads } from "./judge"
import { plansOf, type Sent } from "./plans"
import { type Asks, type Question, questions } from "./questions"
import { openSets } from "./sets"
import { type AskedSet, joinSet } from "./subjects"

const write = (line: string) => process.stdout.write(`${line}\n`)

/** Runs of each question of which the statements are looked at; the values differ, and with them the plans may. */
const explainedRuns = 5

/**
 * `npm run bench -- scale`: whether an answer takes much longer with ten times the units, people and rights. Both sets lie
 * in one server and are asked in turn, so that whatever else the machine does falls on both.
 *
 * @param runs how often each question is put to each set, each time about another unit as far as there are so many
 * @returns 1 when a limit was missed
 */
export async function compareScales(home: string, ring: KeyRing, runs: number): Promise<number> {
  const began = performance.now()
  const say = (line: string) =>
    write(`${((performance.now() - began) / 1000).toFixed(1).padStart(6)} s  ${line}`)
  const now = new Date()
  const { sets, stop } = await openSets(join(home, "scale"), now, say)
  const joined: AskedSet[] = []
  try {
    for (const set of sets) joined.push(await joinSet(set, ring))
    for (const { db, times, ownerUrl } of joined) {
      const from = performance.now()
      await refreshCoverage(db, now)
      say(`${times}×: coverage counted in ${((performance.now() - from) / 1000).toFixed(2)} s`)
      await settle(ownerUrl)
    }
    say(`each question ${runs} times without a clock, then ${runs} times with it`)
    await askAll(joined, runs, now)
    const times = await askAll(joined, runs, now)
    const isSlow = tellTimes(times)
    const reads = await tellPlans(joined, now)
    return isSlow || reads ? 1 : 0
  } finally {
    for (const { close } of joined) await close()
    await stop()
  }
}

/** Everybody was told of what was found, and what the server does by itself some minutes after much was written. */
async function settle(ownerUrl: string): Promise<void> {
  const owner = postgres(ownerUrl, { max: 1, onnotice: () => {} })
  await owner`update unit_findings set told_at = now() where told_at is null`
  await owner`vacuum analyze unit_coverage, office_coverage, unit_findings, persons`.finally(() =>
    owner.end(),
  )
}

type Asked = {
  readonly question: Question
  readonly once: number[]
  readonly tenfold: number[]
  /** Lines in all, so that nothing is quick because nothing is there. */
  found: number
  /** How often the two sets answered with other lines. */
  differs: number
}

/** Puts every question to both sets, by turns first to the one and first to the other. */
async function askAll(sets: readonly AskedSet[], runs: number, now: Date): Promise<readonly Asked[]> {
  const all: Asked[] = questions.map((question) => ({
    question,
    once: [],
    tenfold: [],
    found: 0,
    differs: 0,
  }))
  for (let run = 0; run < runs; run += 1) {
    const inTurn = run % 2 === 0 ? sets : sets.toReversed()
    for (const asked of all) await askOnce(asked, inTurn, run, now)
  }
  return all
}

async function askOnce(asked: Asked, sets: readonly AskedSet[], run: number, now: Date): Promise<void> {
  const lines: number[] = []
  for (const set of sets) {
    const from = performance.now()
    lines.push(await asked.question.ask(set, run, now))
    asked[set.times === 1 ? "once" : "tenfold"].push(performance.now() - from)
    set.listen()
  }
  if (asked.question.isAlike && lines[0] !== lines[1]) asked.differs += 1
  asked.found += lines[0] ?? 0
}

function tellTimes(all: readonly Asked[]): boolean {
  const cell = (text: string) => text.padStart(10)
  const heads = ["p50 1×", "p50 10×", "p95 1×", "p95 10×", "p95 ratio", `≤ ${mostTimes}`]
  write(`${"milliseconds".padEnd(40)}${heads.map(cell).join("")}`)
  let isMissed = false
  for (const { question, once, tenfold, found, differs } of all) {
    const { p50, p95, ratio, isWithin } = figuresOf({ once, tenfold })
    const figures = [...p50, ...p95, ratio].map((figure) => cell(figure.toFixed(2))).join("")
    write(`${question.name.padEnd(40)}${figures}${cell(isWithin ? "yes" : "NO")}`)
    if (differs > 0) write(`  NO: the two sets answered ${differs} of ${once.length} times with other lines`)
    if (found === 0) write("  NO: nothing was found")
    isMissed ||= !isWithin || differs > 0 || found === 0
  }
  return isMissed
}

/** Looks at both plans of every statement in both sets. */
async function tellPlans(sets: readonly AskedSet[], now: Date): Promise<boolean> {
  const found = new Set<string>()
  const texts = new Set<string>()
  let plans = 0
  for (const set of sets) {
    const client = postgres(set.portalUrl, { max: 1, onnotice: () => {} })
    const few = await tablesOfFewPages(client)
    for (const question of [...questions, ...jobs]) {
      const sent = await statementsOf(question, set, now)
      for (const { text } of sent) texts.add(text)
      const made = (await Promise.all(sent.map((one) => plansOf(client, one)))).flat()
      plans += made.length
      for (const { by, plan } of made)
        for (const read of wholeReads(plan, few))
          found.add(`${question.name}, ${set.times}×, ${by} plan: ${read}`)
    }
    await client.end()
  }
  write(`${texts.size} statements, ${plans} plans looked at, ${found.size} read all of what grows`)
  for (const line of found) write(`  NO: ${line}`)
  return found.size > 0
}

async function tablesOfFewPages(client: postgres.Sql): Promise<ReadonlySet<string>> {
  const rows = await client<{ name: string }[]>`
    select relname as name from pg_class where relkind = 'r' and relpages between 1 and ${fewPages}`
  return new Set(rows.map(({ name }) => name))
}

async function statementsOf(question: Asks, set: AskedSet, now: Date): Promise<readonly Sent[]> {
  set.listen()
  for (let run = 0; run < explainedRuns; run += 1) await question.ask(set, run, now)
  return set.listen().filter(({ text }) => isJudged(text))
}

/** Neither what opens and ends a transaction nor what the driver asks of the catalogue when it joins. */
function isJudged(text: string): boolean {
  return /^\s*(select|with|insert|update|delete)\b/i.test(text) && !text.includes("pg_catalog.pg_type")
}
