import { execFile } from "node:child_process"
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { promisify } from "node:util"
import { cruise } from "dependency-cruiser"
import ts from "typescript"
import { houseChecks } from "./house-check"
import { cruiseOptions, importRules } from "./import-rules.mjs"
import { type Fault, readHouse } from "./tree"
import { wordFaults } from "./word-faults"

const run = promisify(execFile)

/** Which import rules a tree breaks, and how many modules were seen. */
export async function importFaults(root: string): Promise<{ rules: string[]; modules: number }> {
  const places = ["app", "components", "lib", "db", "thaid-sandbox", "examples", "proxy.ts"].filter((place) =>
    existsSync(join(root, place)),
  )
  const { output } = await cruise(
    places,
    { ...cruiseOptions, baseDir: root, validate: true, ruleSet: { forbidden: importRules(root) } },
    { alias: { "@": root } },
  )
  if (typeof output === "string") throw new Error("the import check answered with text")
  return {
    rules: output.summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} → ${to}`),
    modules: output.modules.length,
  }
}

/** Which lint rules a tree breaks under the house's own configuration. */
export async function lintFaults(root: string, house: string): Promise<string[]> {
  const copy = mkdtempSync(join(tmpdir(), "dla-sso-fault-"))
  try {
    cpSync(root, copy, { recursive: true })
    const { vcs: _, $schema: __, ...config } = JSON.parse(readFileSync(join(house, "biome.json"), "utf8"))
    writeFileSync(join(copy, "biome.json"), JSON.stringify(config))
    const args = [join(house, "node_modules/@biomejs/biome/bin/biome"), "lint", "--reporter=json", "."]
    const output = await run(process.execPath, args, { cwd: copy }).catch(
      (failed: { stdout: string }) => failed,
    )
    const found: { category: string }[] = JSON.parse(output.stdout).diagnostics
    return found.map(({ category }) => category)
  } finally {
    rmSync(copy, { recursive: true })
  }
}

/** Which complaints the compiler has about a tree under the house's own configuration. */
export function typeFaults(root: string, house: string): string[] {
  const { config } = ts.readConfigFile(join(house, "tsconfig.json"), ts.sys.readFile)
  const { options } = ts.convertCompilerOptionsFromJson(config.compilerOptions, house)
  const files = readHouse(root).filter(({ path }) => /\.tsx?$/.test(path))
  const program = ts.createProgram(
    files.map(({ path }) => join(root, path)),
    { ...options, incremental: false, types: [] },
  )
  return ts.getPreEmitDiagnostics(program).map(({ code }) => `TS${code}`)
}

/** Which dead files the house's own list of entries leaves in a tree. */
export async function deadFaults(root: string, house: string): Promise<string[]> {
  const args = [
    join(house, "node_modules/knip/bin/knip.js"),
    ...["--directory", root, "--config", join(house, "knip.json")],
    ...["--include", "files", "--reporter", "json", "--no-exit-code"],
  ]
  const { stdout } = await run(process.execPath, args, { cwd: root })
  const { issues }: { issues: { file: string }[] } = JSON.parse(stdout)
  return issues.map(({ file }) => file)
}

/** What a planted tree's texts and words are reported for. */
export async function textFaults(root: string): Promise<string[]> {
  const house = readHouse(root)
  const [th, en] = [join(root, "lib/i18n/th.ts"), join(root, "lib/i18n/en.ts")]
  const words: Fault[] = existsSync(th) ? wordFaults((await import(th)).th, (await import(en)).en) : []
  const always = Object.entries(houseChecks).filter(([rule]) =>
    isJudged(
      rule,
      house.map(({ path }) => path),
    ),
  )
  return [...always.flatMap(([, check]) => check(house)), ...words].map(({ rule }) => rule)
}

// A planted tree is small: only a whole house must have its two lists.
function isJudged(rule: string, paths: readonly string[]): boolean {
  if (rule === "3-refusals") return paths.includes("lib/kernel/refusal.ts")
  return rule !== "3-housekeeping" || paths.includes("lib/kernel/housekeeping.ts")
}

/** Names of the planted trees. */
export function plantedFaults(folder: string): string[] {
  return readdirSync(folder).sort()
}
