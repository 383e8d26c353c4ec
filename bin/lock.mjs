import { randomUUID } from "node:crypto"
import { linkSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { isAlive, self } from "./process-identity.mjs"

const kept = 8

/**
 * Runs `work` while holding the lock kept in `folder`. The holder of the highest-numbered note has the lock; the next
 * number may be taken (by hard link: one taker wins) only when that holder has released it or has died. No note is
 * removed while it could still be the highest, so a lock left by a killed process is passed on without a moment in
 * which two could hold it.
 *
 * @template T
 * @param {string} folder
 * @param {() => T | Promise<T>} work
 * @param {{ onWait?: (holder: number) => void }} [options] `onWait` is called once when another process holds it
 * @returns {Promise<T>}
 */
export async function withLock(folder, work, options = {}) {
  const release = await acquire(folder, options.onWait)
  try {
    return await work()
  } finally {
    release()
  }
}

/**
 * @param {string} folder
 * @param {((holder: number) => void) | undefined} onWait
 */
async function acquire(folder, onWait) {
  mkdirSync(folder, { recursive: true })
  let told = false
  for (;;) {
    const { number, holder } = highest(folder)
    if (holder && isAlive(holder)) {
      if (!told) onWait?.(holder.pid)
      told = true
      await new Promise((resolve) => setTimeout(resolve, 100))
    } else if (take(folder, number + 1)) {
      forget(folder, number + 1 - kept)
      return () => replace(folder, number + 1, "released")
    }
  }
}

/** @param {string} folder */
function numbers(folder) {
  return readdirSync(folder)
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
}

/**
 * @param {string} folder
 * @returns {{ number: number, holder: { pid: number, identity: string } | undefined }}
 */
function highest(folder) {
  const number = Math.max(0, ...numbers(folder))
  try {
    return { number, holder: JSON.parse(readFileSync(join(folder, String(number)), "utf8")) }
  } catch {
    return { number, holder: undefined }
  }
}

/**
 * @param {string} folder
 * @param {number} number
 */
function take(folder, number) {
  const note = join(folder, `new-${randomUUID()}`)
  writeFileSync(note, JSON.stringify(self()))
  try {
    linkSync(note, join(folder, String(number)))
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code !== "EEXIST") throw error
    return false
  } finally {
    rmSync(note, { force: true })
  }
  if (Math.max(...numbers(folder)) === number) return true
  // Our look at the folder was old: others have come and gone. Ours is below theirs and counts for nothing.
  rmSync(join(folder, String(number)), { force: true })
  return false
}

/**
 * @param {string} folder
 * @param {number} number
 * @param {string} text
 */
function replace(folder, number, text) {
  const note = join(folder, `new-${randomUUID()}`)
  writeFileSync(note, text)
  renameSync(note, join(folder, String(number)))
}

/**
 * @param {string} folder
 * @param {number} upTo
 */
function forget(folder, upTo) {
  for (const number of numbers(folder)) {
    if (number <= upTo) rmSync(join(folder, String(number)), { force: true })
  }
}
