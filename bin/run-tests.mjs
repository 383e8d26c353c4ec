import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { ensureBuild } from "./build.mjs"
import { npm, runChild } from "./child.mjs"
import { findChromium } from "./chromium.mjs"
import { freePort } from "./port.mjs"
import { root } from "./root.mjs"
import { giveUp, say } from "./say.mjs"
import { countJourneys, countUnitTests } from "./tally.mjs"

/** @typedef {{ name: string, passed: number, failed: number, skipped: number, seconds: number, failures?: string[] }} Phase */

const isCi = ["1", "true"].includes(process.env.CI ?? "")
const checks = ["check:types", "check:lint", "check:imports", "check:dead"]
const bin = (/** @type {string} */ path) => join(root, "node_modules", ...path.split("/"))

/**
 * Runs everything and says what came of it.
 *
 * @param {{ isLong: boolean }} wanted the long suites instead of the usual ones
 * @returns {Promise<number>} exit code
 */
export async function runTests({ isLong }) {
  const browser = findChromium()
  if ("missing" in browser && isCi) giveUp(browser.missing)
  if ("missing" in browser) say(`${browser.missing} All else is run; the journeys can't be.`)
  const reports = mkdtempSync(join(tmpdir(), "dla-sso-reports-"))
  /** @type {Phase[]} */
  const phases = []
  try {
    if (!isLong) for (const name of checks) phases.push(await check(name))
    if (!isLong) phases.push(await unitTests(join(reports, "unit.json")))
    await ensureBuild()
    const report = join(reports, "journeys.json")
    if ("missing" in browser) phases.push(withoutBrowser(browser.missing))
    else phases.push(await journeys({ isLong, chromium: browser.path, report }))
  } finally {
    rmSync(reports, { recursive: true, force: true })
  }
  return close(phases)
}

/**
 * @param {string} name
 * @returns {Promise<Phase>}
 */
async function check(name) {
  say(name)
  const began = Date.now()
  const { code } = await runChild(...npm(["run", "--silent", name]))
  return { name, passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, skipped: 0, seconds: since(began) }
}

/**
 * @param {string} report
 * @returns {Promise<Phase>}
 */
async function unitTests(report) {
  say("unit tests")
  const began = Date.now()
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${report}`]
  const { code } = await runChild(process.execPath, [bin("vitest/vitest.mjs"), "run", ...reporters])
  return { name: "unit tests", ...settle(countUnitTests(report), code), seconds: since(began) }
}

/**
 * Journeys run against a portal of their own: a fresh home, a free port, started by the very command that people use.
 *
 * @param {{ isLong: boolean, chromium: string, report: string }} wanted
 * @returns {Promise<Phase>}
 */
async function journeys({ isLong, chromium, report }) {
  const name = isLong ? "long journeys" : "journeys"
  say(name)
  const began = Date.now()
  const home = mkdtempSync(join(tmpdir(), "dla-sso-e2e-"))
  /** @type {NodeJS.ProcessEnv} */
  const env = {
    ...process.env,
    CHROMIUM_PATH: chromium,
    E2E_HOME: home,
    E2E_PORT: String(await freePort()),
    PLAYWRIGHT_JSON_OUTPUT_FILE: report,
  }
  const cli = bin("@playwright/test/cli.js")
  const args = [cli, "test", "-c", "e2e/playwright.config.ts", "--reporter=list,json"]
  // There may be no long journey; of the usual ones there must be some.
  args.push(...(isLong ? ["--project=long", "--pass-with-no-tests"] : ["--project=journeys"]))
  const { code } = await runChild(process.execPath, args, { env })
  rmSync(home, { recursive: true, force: true, maxRetries: 3 })
  return { name, ...settle(countJourneys(report), code), seconds: since(began) }
}

/**
 * @param {string} missing
 * @returns {Phase}
 */
function withoutBrowser(missing) {
  console.error(`\n${missing} The journeys are left out, so this run does not count as passed.\n`)
  return { name: "journeys (no browser)", passed: 0, failed: 1, skipped: 0, seconds: 0 }
}

/**
 * A run that failed without a failed test (or left no report) still counts as one failure.
 *
 * @param {import("./tally.mjs").Counts | undefined} counts
 * @param {number} code
 */
function settle(counts, code) {
  const { passed, failed, skipped, failures } = counts ?? { passed: 0, failed: 1, skipped: 0, failures: [] }
  return { passed, failed: failed === 0 && code !== 0 ? 1 : failed, skipped, failures }
}

/** @param {number} began */
function since(began) {
  return Math.round((Date.now() - began) / 100) / 10
}

/** @param {Phase[]} phases */
function close(phases) {
  console.log()
  for (const { name, passed, failed, skipped, seconds } of phases) {
    const more = skipped > 0 ? `, ${skipped} skipped` : ""
    console.log(
      `${name.padEnd(22)} ${String(seconds).padStart(7)} s   ${passed} passed, ${failed} failed${more}`,
    )
  }
  // last of all, where whoever reads only the end of a long run finds it
  for (const name of phases.flatMap(({ failures = [] }) => failures)) console.log(`failed: ${name}`)
  const sum = (/** @type {"passed" | "failed"} */ key) =>
    phases.reduce((total, phase) => total + phase[key], 0)
  console.log(`\n${sum("passed")} passed, ${sum("failed")} failed`)
  return sum("failed") === 0 ? 0 : 1
}
