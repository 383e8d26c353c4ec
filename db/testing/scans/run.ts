import { readScans } from "./read-scans"

// `run.ts <seed> <count>`: makes so many scans by the seed, has them read, and says in JSON what came of it. A process of
// its own, so that as many work side by side as there are processors.
const [seed = 1, count = 1] = process.argv.slice(2).map(Number)
process.stdout.write(JSON.stringify(await readScans({ seed, count })))
