import "server-only"
import { type ChildProcess, spawn } from "node:child_process"
import { readFile } from "node:fs/promises"
import { join } from "node:path"
import { Readable } from "node:stream"
import { pipeline } from "node:stream/promises"
import { readInspector } from "./inspector/read-inspector"
import type { FileVerdict, PageImage } from "./inspector/verdict"

/** How long a file may be looked at, in milliseconds, and how much memory that may take, in bytes. */
const limits = { time: 60_000, cpuSeconds: 90, memory: 1024 * 1024 * 1024 }

// every process of ours is started where the repository lies (bin/child.mjs)
const root = process.cwd()

/**
 * Has a file read and drawn by a process of its own that knows no secret. One that crashes, hangs or swells is ended,
 * and the file is refused. Throws where the file is not to blame: the process could not be started, a page could not be
 * kept, or `signal` ended it.
 */
export async function inspectFile(
  source: AsyncIterable<Uint8Array>,
  keep: (page: PageImage) => Promise<void>,
  signal?: AbortSignal,
): Promise<FileVerdict> {
  const child = start()
  const stop = () => child.kill("SIGKILL")
  signal?.addEventListener("abort", stop, { once: true })
  const watch = [setTimeout(stop, limits.time), setInterval(() => void endIfLarge(child), 100)]
  const { stdin } = child
  const lines = child.stdio[3]
  if (!(stdin && lines instanceof Readable)) throw new Error("no way to speak to the inspector")
  const ended = new Promise<Error | undefined>((resolve) => {
    child.once("error", resolve)
    child.once("close", () => resolve(undefined))
  })
  // the process may refuse a file before it has read all of it
  const fed = pipeline(source, stdin).catch((error: NodeJS.ErrnoException) => {
    if (!["EPIPE", "ECONNRESET", "ERR_STREAM_PREMATURE_CLOSE"].includes(error.code ?? "")) return error
  })
  try {
    const verdict = await readInspector(lines, keep)
    stop()
    const trouble = (await ended) ?? (await fed)
    if (trouble) throw trouble
    signal?.throwIfAborted()
    if (verdict === "never-ready") throw new Error("the inspector did not start")
    return verdict
  } finally {
    stop()
    for (const timer of watch) clearTimeout(timer)
    signal?.removeEventListener("abort", stop)
  }
}

/** Without any of our environment; a shell sets the limits that only the system can hold it to. */
function start(): ChildProcess {
  const node = [
    process.execPath,
    "--max-old-space-size=512",
    "--import",
    "tsx",
    join(root, "lib", "storage", "inspector", "run.ts"),
  ]
  const script = `ulimit -c 0; ulimit -t ${limits.cpuSeconds}; exec "$0" "$@"`
  return spawn("/bin/sh", ["-c", script, ...node], {
    cwd: root,
    env: { NODE_ENV: "production", TSX_TSCONFIG_PATH: join(root, "tsconfig.scripts.json") },
    stdio: ["pipe", "ignore", "ignore", "pipe"],
  })
}

/** What the process really holds is told on Linux alone; elsewhere the limit of its heap is all there is. */
async function endIfLarge(child: ChildProcess): Promise<void> {
  const statm = await readFile(`/proc/${child.pid}/statm`, "latin1").catch(() => "")
  const pages = Number(statm.split(" ")[1] ?? 0)
  if (pages * 4096 > limits.memory) child.kill("SIGKILL")
}
