import { spawnSync } from "node:child_process"
import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { findChromium } from "./chromium.mjs"
import { ensureDependencies } from "./dependencies.mjs"
import { freePort } from "./port.mjs"
import { root } from "./root.mjs"
import { giveUp, say } from "./say.mjs"

// `npm test`: everything a change must pass. `npm run test:long`: what takes longer than that should.
const isLong = process.argv.includes("--long")
const insistent = ["1", "true"].includes(process.env.CI ?? "")

/** @type {{ name: string, seconds: number, ok: boolean }[]} */
const phases = []

/**
 * @param {string} name
 * @param {string} program
 * @param {string[]} args
 * @param {NodeJS.ProcessEnv} [env]
 */
function phase(name, program, args, env = {}) {
  say(name)
  const began = Date.now()
  const done = spawnSync(program, args, { cwd: root, stdio: "inherit", env: { ...process.env, ...env } })
  phases.push({ name, seconds: Math.round((Date.now() - began) / 1000), ok: done.status === 0 })
}

await ensureDependencies()
const chromium = findChromium()
if ("missing" in chromium) {
  if (insistent) giveUp(chromium.missing)
  console.error(
    `\n${chromium.missing} The browser tests are left out, so this run does not count as passed.\n`,
  )
}
const home = mkdtempSync(join(tmpdir(), "dla-sso-e2e-"))
const { ensureBuild } = await import("./build.mjs")
if (!isLong) phase("check: types, lint, imports, dead code, unit tests", "npm", ["run", "--silent", "check"])
await ensureBuild()
if ("path" in chromium) {
  const playwright = join(root, "node_modules", "@playwright", "test", "cli.js")
  const project = isLong ? "long" : "journeys"
  phase(
    `browser journeys (${project})`,
    process.execPath,
    [playwright, "test", "-c", "e2e/playwright.config.ts", `--project=${project}`],
    {
      CHROMIUM_PATH: chromium.path,
      E2E_PORT: String(await freePort()),
      E2E_HOME: home,
    },
  )
} else {
  phases.push({ name: "browser journeys", seconds: 0, ok: false })
}
rmSync(home, { recursive: true, force: true, maxRetries: 3 })

console.log("")
for (const { name, seconds, ok } of phases)
  console.log(`  ${ok ? "passed" : "FAILED"}  ${String(seconds).padStart(5)} s  ${name}`)
const failed = phases.filter((one) => !one.ok).length
console.log(`\n${phases.length - failed} passed, ${failed} failed`)
process.exit(failed === 0 ? 0 : 1)
