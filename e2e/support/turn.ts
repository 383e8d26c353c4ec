import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"

/** A turn is never held longer, in milliseconds: who failed in the middle of his must not keep the others waiting. */
const longest = 30_000

/** The workers of one run have one parent; another run has a portal of its own. */
const folder = (thing: string) =>
  join(tmpdir(), `dla-sso-turn-${process.ppid}-${Buffer.from(thing).toString("hex")}`)

/**
 * Waits until no other worker uses a thing that only one may use at once, and takes it. A worker that has it already
 * goes on having it.
 */
export async function takeTurn(thing: string): Promise<void> {
  const held = folder(thing)
  for (;;) {
    try {
      mkdirSync(held)
      writeFileSync(join(held, "pid"), String(process.pid))
      return
    } catch {
      if (isMine(held)) return
      if (isLeft(held)) rmSync(held, { recursive: true, force: true })
    }
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}

/** Lets the next worker have a thing. */
export function endTurn(thing: string): void {
  if (isMine(folder(thing))) rmSync(folder(thing), { recursive: true, force: true })
}

function isMine(held: string): boolean {
  try {
    return readFileSync(join(held, "pid"), "utf8") === String(process.pid)
  } catch {
    return false
  }
}

function isLeft(held: string): boolean {
  try {
    return Date.now() - statSync(held).mtimeMs > longest
  } catch {
    return false
  }
}
