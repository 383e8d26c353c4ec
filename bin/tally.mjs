import { existsSync, readFileSync } from "node:fs"

/** @typedef {{ passed: number, failed: number, skipped: number }} Counts */

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
  }
}

/**
 * @param {string} file report of Playwright's json reporter
 * @returns {Counts | undefined} undefined when the run left none
 */
export function countJourneys(file) {
  if (!existsSync(file)) return undefined
  const { stats, errors } = JSON.parse(readFileSync(file, "utf8"))
  return {
    passed: stats.expected + stats.flaky,
    failed: stats.unexpected + errors.length,
    skipped: stats.skipped,
  }
}
