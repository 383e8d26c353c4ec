import { existsSync, readFileSync } from "node:fs"

/** @typedef {{ passed: number, failed: number, skipped: number, failures: string[] }} Counts */

/** @typedef {{ suites?: Suite[], specs?: { ok: boolean, title: string, file: string }[] }} Suite of Playwright's report */

/**
 * @param {string} file report of vitest's json reporter
 * @returns {Counts | undefined} undefined when the run left none
 */
export function countUnitTests(file) {
  if (!existsSync(file)) return undefined
  const report = JSON.parse(readFileSync(file, "utf8"))
  return {
    passed: report.numPassedTests,
    // A file that could not be loaded fails without a test of its own.
    failed: report.numFailedTests || report.numFailedTestSuites,
    skipped: report.numPendingTests + report.numTodoTests,
    failures: report.testResults.filter(isFailed).flatMap(namesOfFile),
  }
}

/**
 * @param {string} file report of Playwright's json reporter
 * @returns {Counts | undefined} undefined when the run left none
 */
export function countJourneys(file) {
  if (!existsSync(file)) return undefined
  const { stats, errors, suites } = JSON.parse(readFileSync(file, "utf8"))
  return {
    passed: stats.expected + stats.flaky,
    failed: stats.unexpected + errors.length,
    skipped: stats.skipped,
    failures: suites.flatMap(namesOfSuite),
  }
}

/** @param {{ status: string }} result */
function isFailed({ status }) {
  return status === "failed"
}

/** @param {{ name: string, assertionResults: { fullName: string, status: string, failureMessages: string[] }[] }} file */
function namesOfFile({ name, assertionResults }) {
  const failed = assertionResults.filter(isFailed)
  if (failed.length === 0) return [name]
  return failed.map(
    ({ fullName, failureMessages }) => `${name}: ${fullName}: ${firstLine(failureMessages[0])}`,
  )
}

/**
 * @param {Suite} suite
 * @returns {string[]}
 */
function namesOfSuite({ suites = [], specs = [] }) {
  const failed = specs.filter(({ ok }) => !ok).map(({ file, title }) => `${file}: ${title}`)
  return [...failed, ...suites.flatMap(namesOfSuite)]
}

function firstLine(text = "") {
  return text.split("\n", 1)[0]
}
