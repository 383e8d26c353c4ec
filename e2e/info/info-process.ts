import { readdirSync, readFileSync } from "node:fs"

/** The process of the INFO that answers on a port, by what it was started with. */
export function infoProcess(port: string): number {
  for (const pid of readdirSync("/proc").filter((name) => /^\d+$/.test(name))) {
    try {
      if (!readFileSync(`/proc/${pid}/cmdline`, "utf8").includes("examples/info/run.ts")) continue
      if (readFileSync(`/proc/${pid}/environ`, "utf8").includes(`:${port}\0`)) return Number(pid)
    } catch {
      // it ended meanwhile
    }
  }
  throw new Error(`no INFO answers on port ${port}`)
}
