import { ensureDependencies } from "./dependencies.mjs"
import { giveUp } from "./say.mjs"

// `npm test`: everything a change must pass. `npm run test:long`: what takes longer than that should.
// Like start.mjs it runs before anything is installed; what needs packages is imported once they are there.
const [major = 0, minor = 0] = process.versions.node.split(".").map(Number)
if (major < 20 || (major === 20 && minor < 9))
  giveUp(`Node 20.9 or newer is needed; this is ${process.version}.`)

await ensureDependencies()
const { runTests } = await import("./run-tests.mjs")
process.exit(await runTests({ isLong: process.argv.includes("--long") }))
