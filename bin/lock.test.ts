import { spawn } from "node:child_process"
import { once } from "node:events"
import { appendFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterEach, beforeEach, expect, test } from "vitest"
import { withLock } from "./lock.mjs"
import { self } from "./process-identity.mjs"

let folder = ""

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "lock-"))
})

afterEach(() => rmSync(folder, { recursive: true, force: true }))

/** A process that takes the lock, writes `in`, stays a while, writes `out`. */
function holder(log: string, milliseconds: number) {
  const program = `
    import { appendFileSync } from "node:fs"
    import { withLock } from ${JSON.stringify(new URL("./lock.mjs", import.meta.url).href)}
    for (let turn = 0; turn < ${milliseconds > 1000 ? 1 : 5}; turn += 1)
      await withLock(${JSON.stringify(folder)}, async () => {
        appendFileSync(${JSON.stringify(log)}, "in\\n")
        await new Promise((done) => setTimeout(done, ${milliseconds}))
        appendFileSync(${JSON.stringify(log)}, "out\\n")
      })`
  return spawn(process.execPath, ["--input-type=module", "-e", program], { stdio: "inherit" })
}

const linesOf = (log: string) => readFileSync(log, "utf8").trim().split("\n")

async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await new Promise((done) => setTimeout(done, 20))
}

test("many processes that want the lock have it one after the other", async () => {
  const log = join(folder, "log.txt")
  appendFileSync(log, "")
  const all = [1, 2, 3, 4, 5, 6].map(() => holder(log, 5))
  await Promise.all(all.map((child) => once(child, "exit")))
  const lines = linesOf(log)
  expect(lines).toHaveLength(60)
  expect(lines.filter((line, index) => line !== (index % 2 === 0 ? "in" : "out"))).toEqual([])
})

test("the lock of a killed process passes to exactly one of those who wait", async () => {
  const log = join(folder, "log.txt")
  appendFileSync(log, "")
  const killed = holder(log, 60_000)
  await until(() => linesOf(log).includes("in"))
  const waiting = [holder(log, 10), holder(log, 10), holder(log, 10)]
  await new Promise((done) => setTimeout(done, 300))
  killed.kill("SIGKILL")
  await Promise.all(waiting.map((child) => once(child, "exit")))
  const lines = linesOf(log).slice(1)
  expect(lines).toHaveLength(30)
  expect(lines.filter((line, index) => line !== (index % 2 === 0 ? "in" : "out"))).toEqual([])
})

test("a later process with the number of a dead holder does not count as the holder", async () => {
  const lock = join(folder, "lock")
  mkdirSync(lock)
  writeFileSync(join(lock, "1"), JSON.stringify({ ...self(), identity: "an earlier boot:1" }))
  expect(await withLock(lock, () => "mine")).toBe("mine")
})

test("a note cut off while it was written does not hold the lock for ever", async () => {
  const lock = join(folder, "lock")
  mkdirSync(lock)
  writeFileSync(join(lock, "1"), '{"pid":')
  expect(await withLock(lock, () => "mine")).toBe("mine")
})

test("work that fails gives the lock back", async () => {
  await expect(withLock(folder, () => Promise.reject(new Error("no")))).rejects.toThrow("no")
  expect(await withLock(folder, () => "mine")).toBe("mine")
})
