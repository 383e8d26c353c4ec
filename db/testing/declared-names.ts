import { readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"

/** The names of the commands or reads that a folder of `lib` declares; one without a name keeps its place as its name. */
export function namesOf(what: "command" | "read", folder: string): string[] {
  return inFolder(what, join(import.meta.dirname, "../../lib", folder))
}

function inFolder(what: "command" | "read", folder: string): string[] {
  // each is called to be told by name; one whose name is not found keeps the place where it stands as its name. What reads
  // a line that was typed is no read.
  const declared = new RegExp(`(?<!function )\\b${what}\\((?!typed)(?:\\{\\s*name: "([^"]+)")?`, "g")
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) return entry.name === "faults" ? [] : inFolder(what, path)
    if (!entry.name.endsWith(".ts") || entry.name.endsWith(".test.ts")) return []
    return [...readFileSync(path, "utf8").matchAll(declared)].map((match) => match[1] ?? path)
  })
}
