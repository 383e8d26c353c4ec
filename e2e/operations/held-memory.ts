import { readdirSync, readFileSync } from "node:fs"
import type { OwnProduct } from "./own-product"

const mebibyte = 1024 * 1024

/** What a portal's web server and its jobs hold, in MiB; what reads a file has its own limit and is told apart. */
export type Held = { readonly ours: number; readonly reading: number }

/** @param reader path of the script that reads files, from the root of the repository */
export function heldBy({ home, origin }: OwnProduct, reader: string): Held {
  let [ours, reading] = [0, 0]
  for (const pid of readdirSync("/proc").filter((name) => /^\d+$/.test(name))) {
    try {
      const environment = readFileSync(`/proc/${pid}/environ`, "utf8")
      const command = readFileSync(`/proc/${pid}/cmdline`, "utf8")
      const size = (Number(readFileSync(`/proc/${pid}/statm`, "utf8").split(" ")[1]) * 4096) / mebibyte
      const isOurs =
        environment.includes(`DLA_SSO_HOME=${home}\0`) ||
        environment.includes(`PORT=${new URL(origin).port}\0`)
      if (command.includes(reader)) reading += size
      else if (isOurs && /next-server|next\0start|lib\/jobs\/run\.ts/.test(command)) ours += size
    } catch {
      // it ended between the listing and the look
    }
  }
  return { ours, reading }
}

/** Samples what is held while something is done: the most of each. */
export async function peakWhile(held: () => Held, work: () => Promise<unknown>): Promise<Held> {
  let [ours, reading] = [0, 0]
  const sample = () => {
    const now = held()
    ours = Math.max(ours, now.ours)
    reading = Math.max(reading, now.reading)
  }
  const timer = setInterval(sample, 50)
  try {
    await work()
  } finally {
    clearInterval(timer)
  }
  sample()
  return { ours, reading }
}
