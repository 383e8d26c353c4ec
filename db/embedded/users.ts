import { randomUUID } from "node:crypto"
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { isAlive, self } from "../../bin/process-identity.mjs"

/** Notes that this process uses the server of `folder`; the returned name is to `leave` with. Call it under the lock. */
export function arrive(folder: string): string {
  const users = join(folder, "users")
  mkdirSync(users, { recursive: true })
  const name = join(users, `${randomUUID()}.json`)
  writeFileSync(name, JSON.stringify(self()))
  return name
}

/** Takes the note back and forgets those of the dead. @returns how many still use the server */
export function leave(folder: string, note: string): number {
  rmSync(note, { force: true })
  return countUsers(folder)
}

/** How many living processes use the server of `folder`. */
export function countUsers(folder: string): number {
  let living = 0
  for (const entry of readdirSync(join(folder, "users"))) {
    const file = join(folder, "users", entry)
    if (livesStill(file)) living += 1
    else rmSync(file, { force: true })
  }
  return living
}

function livesStill(file: string): boolean {
  try {
    return isAlive(JSON.parse(readFileSync(file, "utf8")))
  } catch {
    return false
  }
}
