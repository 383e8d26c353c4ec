import { randomUUID } from "node:crypto"
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { withLock } from "./lock.mjs"
import { isAlive, self } from "./process-identity.mjs"
import { checkoutLocks, root } from "./root.mjs"

/**
 * What a start does with the checkout: nothing yet, it runs on the installed packages, or on the build as well.
 *
 * @typedef {"nothing" | "packages" | "build"} Use
 * @typedef {{ pid: number, identity: string, port: number, address: string, home: string, uses: Use }} Start
 */

const folder = join(root, ".data", "running")
const own = join(folder, `${randomUUID()}.json`)
/** @type {Start | undefined} */
let mine

/**
 * Notes this start, so that others from the same checkout know of it.
 *
 * @param {{ port: number, address: string, home: string }} place
 * @returns {Promise<Start | undefined>} another living start that has the port already; then nothing was noted
 */
export function claimPort(place) {
  return withLock(join(checkoutLocks, "port"), () => {
    const other = otherStarts().find((start) => start.port === place.port)
    if (!other) {
      mine = { ...self(), ...place, uses: "nothing" }
      note(mine)
    }
    return other
  })
}

/**
 * Tells others what this process now runs on. One that serves nothing (a test run that builds) has no note to change.
 *
 * @param {Use} uses
 */
export function noteUse(uses) {
  if (mine) note({ ...mine, uses })
}

/** @returns {Start[]} the other living starts from this checkout; notes of the dead are removed */
export function otherStarts() {
  mkdirSync(folder, { recursive: true })
  return readdirSync(folder)
    .filter((name) => name.endsWith(".json"))
    .map((name) => join(folder, name))
    .filter((file) => file !== own)
    .flatMap((file) => {
      try {
        const start = /** @type {Start} */ (JSON.parse(readFileSync(file, "utf8")))
        if (isAlive(start)) return [start]
      } catch {
        // Someone else has removed it meanwhile.
      }
      rmSync(file, { force: true })
      return []
    })
}

/** @param {Start} start */
export function named({ address, pid }) {
  return `the portal at ${address} (process ${pid})`
}

/** @param {Start} start */
function note(start) {
  writeFileSync(`${own}.new`, JSON.stringify(start))
  renameSync(`${own}.new`, own)
}
