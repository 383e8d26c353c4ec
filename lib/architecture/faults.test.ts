import { fileURLToPath } from "node:url"
import { describe, expect, it } from "vitest"
import { deadFaults, importFaults, lintFaults, plantedFaults, textFaults, typeFaults } from "./check-fixture"
import { promiseFaults } from "./promise-faults"

const house = fileURLToPath(new URL("../..", import.meta.url))
const folder = `${house}lib/architecture/faults`
const at = (fault: string) => `${folder}/${fault}`

/** Planted tree, the sentence that it breaks, and what must be reported. */
const byImports = [
  ["1-left-imports-right", "a room does not import a room to its right", "1-room-units"],
  ["1-cycle", "imports form no cycle", "1-no-cycles"],
  ["1-kernel-knows-a-room", "the kernel knows no room", "1-kernel"],
  ["1-primitive-knows-product", "a primitive knows nothing about the product", "1-components-ui"],
  ["1-sandbox-uses-lib", "the ThaiID sandbox shares no code with the portal", "1-sandbox-stands-alone"],
  ["1-sandbox-test-uses-lib", "nor do the tests of the ThaiID sandbox", "1-sandbox-stands-alone"],
  [
    "1-portal-knows-sandbox",
    "the portal knows nothing of the ThaiID sandbox",
    "1-nobody-knows-the-sandbox 1-room-units",
  ],
  ["1-test-knows-sandbox", "nor do the tests of the portal", "1-nobody-knows-the-sandbox"],
  ["2-screen-queries", "a screen does not touch the database", "1-app 2-database-only-below"],
  ["2-foreign-queries", "a room uses its own queries only", "2-own-queries-access"],
  [
    "2-component-types",
    "a component knows no table, not even its type",
    "1-components 2-database-only-below",
  ],
  ["4-other-screen", "a screen does not use another screen's parts", "4-private-app-account-portal"],
  ["4-part-of-child", "a screen does not use the parts of the screen below it", "4-private-app-units"],
  ["5-postgres-in-a-room", "the database driver stays in db", "5-one-door-postgres"],
  ["5-next-in-a-room", "a room does not know Next", "5-one-door-next"],
  ["5-mail-type-elsewhere", "the mailer stays in lib/mail, its types too", "5-one-door-resend"],
] as const

const byLint = [
  ["6-barrel", "a file does not only re-export", "lint/performance/noBarrelFile"],
  [
    "6-re-export-all",
    "nothing is re-exported wholesale",
    "lint/performance/noBarrelFile lint/performance/noReExportAll",
  ],
  ["6-default-export", "exports have names", "lint/style/noDefaultExport"],
  ["6-file-name", "files are named in kebab-case", "lint/style/useFilenamingConvention"],
  ["7-any", "no any", "lint/suspicious/noExplicitAny"],
  ["7-not-null", "no assertion that something is not null", "lint/style/noNonNullAssertion"],
  ["7-thrown-string", "only errors are thrown", "lint/style/useThrowOnlyError"],
  ["7-ts-ignore", "the compiler is not silenced", "lint/suspicious/noTsIgnore"],
  ["8-process-env", "the environment is read in one file", "lint/style/noProcessEnv"],
  ["9-sentence-in-jsx", "no sentence stands in JSX", "lint/style/noJsxLiterals"],
  ["10-long-file", "a file has at most 250 lines", "lint/style/noExcessiveLinesPerFile"],
  ["10-long-function", "a function has at most 60 lines", "lint/complexity/noExcessiveLinesPerFunction"],
  [
    "10-complex-function",
    "a function's complexity is at most 15",
    "lint/complexity/noExcessiveCognitiveComplexity",
  ],
] as const

const byTypes = [
  ["7-unchecked-index", "an element of a list may be missing", "TS2322"],
  ["9-english-lacks-a-key", "English has the same keys as Thai", "TS2741"],
] as const

const byText = [
  ["1-no-server-only", "a file of lib opens with server-only", "1-server-only"],
  ["1-server-only-not-first", "server-only comes before any other import", "1-server-only"],
  ["3-action-queries", "an action calls nothing but its command", "3-actions-run-commands"],
  ["3-action-without-command", "an action runs a command", "3-actions-run-commands"],
  ["3-inline-action", "actions stand in a file of their own", "3-actions-run-commands"],
  ["3-bare-post", "a handler of posts is a postHandler", "3-post-handler"],
  ["3-wrapped-otherwise", "no other wrapper does for postHandler", "3-post-handler"],
  ["3-refusal-not-provoked", "every refusal code is provoked by a test", "3-refusals"],
  ["3-refusal-given-by-nothing", "every refusal code is given by a command", "3-refusals"],
  ["3-upkeep-not-listed", "a step without audit is in the list of upkeep", "3-housekeeping"],
  ["3-upkeep-prebuilt", "a prebuilt statement of upkeep is in the list too", "3-housekeeping"],
  ["3-upkeep-gone", "the list of upkeep names no step that is gone", "3-housekeeping"],
  ["6-utils", "no file is named utils", "6-names"],
  ["6-kernel-grows", "the kernel is a closed list", "6-names"],
  ["7-no-docstring", "what other rooms call is explained", "7-docstrings"],
  ["8-new-date", "a room is told the time", "8-clock"],
  ["8-date-now", "a component is told the time", "8-clock"],
  ["9-gap-lost", "both languages fill the same gaps", "9-words"],
  ["9-thai-in-english", "English holds no Thai letters", "9-words"],
  ["9-left-untranslated", "English is not the Thai text", "9-words"],
  ["10-foreign-registry", "packages come from the public registry", "10-no-traces"],
  ["10-home-folder", "nothing tells on which machine it was built", "10-no-traces"],
] as const

const once = (rules: readonly string[]) => [...new Set(rules)]

describe("a planted fault is rejected", () => {
  it.each(byImports)("%s: %s", async (fault, _, expected) => {
    const { rules, modules } = await importFaults(at(fault))
    expect(modules).toBeGreaterThan(0)
    const reported = once(rules.map((rule) => rule.split(":")[0] ?? ""))
    expect(reported.sort()).toEqual(expected.split(" "))
  })
  it.each(byLint)("%s: %s", async (fault, _, expected) => {
    expect(once(await lintFaults(at(fault), house)).sort()).toEqual(expected.split(" "))
  })
  it.each(byTypes)("%s: %s", (fault, _, expected) => {
    expect(once(typeFaults(at(fault), house))).toEqual([expected])
  })
  it.each(byText)("%s: %s", async (fault, _, expected) => {
    expect(once(await textFaults(at(fault)))).toEqual([expected])
  })
  it("7-floating-promise: no promise is left floating", () => {
    expect(promiseFaults(at("7-floating-promise"), house).map(({ note }) => note)).toEqual(["save()"])
  })
  it("10-dead-file: no file is dead", async () => {
    expect(await deadFaults(at("10-dead-file"), house)).toContain("lib/units/dead.ts")
  })
  it("every planted tree is one of these", () => {
    const named = [...byImports, ...byLint, ...byTypes, ...byText].map(([fault]) => fault as string)
    expect([...named, "7-floating-promise", "10-dead-file"].sort()).toEqual(plantedFaults(folder))
  })
})
