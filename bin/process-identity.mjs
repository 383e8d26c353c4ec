import { execFileSync } from "node:child_process"
import { readFileSync } from "node:fs"

/**
 * What tells one process from a later one with the same number: boot and start time. Numbers alone come back, after a
 * restart of a container almost at once.
 *
 * @param {number} pid
 * @returns {string | undefined} undefined when no such process lives
 */
export function processIdentity(pid) {
  return process.platform === "linux" ? fromProc(pid) : fromPs(pid)
}

/**
 * @param {{ pid: number, identity: string }} claimed
 * @returns {boolean} whether the very process that left this note still lives
 */
export function isAlive(claimed) {
  return processIdentity(claimed.pid) === claimed.identity
}

/** @returns {{ pid: number, identity: string }} this process, as others will find it */
export function self() {
  return { pid: process.pid, identity: processIdentity(process.pid) ?? "" }
}

/** @param {number} pid */
function fromProc(pid) {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8")
    // The name stands in parentheses and may hold anything; fields are counted from its end: state, then 18 on, start.
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ")
    if (fields[0] === "Z" || fields[0] === "X") return undefined
    return `${readFileSync("/proc/sys/kernel/random/boot_id", "utf8").trim()}:${fields[19]}`
  } catch {
    return undefined
  }
}

/** @param {number} pid */
function fromPs(pid) {
  try {
    return execFileSync("ps", ["-o", "lstart=", "-p", String(pid)], { encoding: "utf8" }).trim() || undefined
  } catch {
    return undefined
  }
}
