import { execFile } from "node:child_process"
import { promisify } from "node:util"
import { expect, test } from "@playwright/test"
import type { ScansRead } from "../../db/testing/scans/read-scans"

const run = promisify(execFile)
const halves = [260, 260]

/** Makes and reads scans in a process of its own. */
async function read(seed: number, count: number): Promise<ScansRead> {
  const script = ["--import", "tsx", "db/testing/scans/run.ts", String(seed), String(count)]
  const env = {
    KEY_RING: `test:${Buffer.alloc(32, 7).toString("base64")}`,
    LOG_LEVEL: "silent",
    NODE_ENV: "test" as const,
    TSX_TSCONFIG_PATH: "tsconfig.scripts.json",
  }
  const { stdout } = await run(process.execPath, script, { env, maxBuffer: 64 * 1024 * 1024 })
  return JSON.parse(stdout) as ScansRead
}

test("of 520 scans and photographs of printed orders at least 98 % find their request, and none a wrong one", async () => {
  const seed = Math.floor(Math.random() * 1_000_000)
  const results = await Promise.all(halves.map((count, nth) => read(seed + nth, count)))
  const sum = (of: (read: ScansRead) => number) => results.reduce((total, one) => total + of(one), 0)
  const [matched, readable] = [sum((one) => one.matched), sum((one) => one.readable)]
  const missed = results.flatMap((one) => one.missed.map(({ taken }) => taken))
  // the same sets again: `node --import tsx db/testing/scans/run.ts <seed> 260`, and with the seed after it
  process.stdout.write(
    `seed ${seed}: ${matched} of ${readable} with a code matched; missed ${JSON.stringify(missed)}\n`,
  )
  expect(results.flatMap((one) => one.wrong)).toEqual([])
  expect(readable).toBeGreaterThanOrEqual(460)
  expect(matched / readable).toBeGreaterThanOrEqual(0.98)
})
