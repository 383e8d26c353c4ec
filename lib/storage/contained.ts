import "server-only"
import { type ChildProcess, spawn } from "node:child_process"
import { readFile } from "node:fs/promises"
import { join } from "node:path"
import { Readable } from "node:stream"
import { pipeline } from "node:stream/promises"

/** A program of ours that opens what strangers sent, and what it may take of the machine. */
export type Contained = {
  /** Path of its script from the root of the repository. */
  readonly script: string
  readonly args?: readonly string[]
  /** Milliseconds in all, seconds of the processor, bytes of memory. */
  readonly limits: { readonly time: number; readonly cpuSeconds: number; readonly memory: number }
  readonly signal?: AbortSignal | undefined
}

// every process of ours is started where the repository lies (bin/child.mjs)
const root = process.cwd()

/**
 * Has a file opened by a process of its own that knows no secret: the bytes go in on its standard input, what it says
 * comes out on descriptor 3 and is heard by `hear`. One that hangs or swells is ended, which `hear` sees as an end too
 * early. Throws where the file is not to blame: the process could not be started, or `signal` ended it.
 */
export async function contained<T>(
  program: Contained,
  source: AsyncIterable<Uint8Array>,
  hear: (lines: Readable) => Promise<T>,
): Promise<T> {
  const { limits, signal } = program
  const child = start(program)
  const stop = () => child.kill("SIGKILL")
  signal?.addEventListener("abort", stop, { once: true })
  const watch = [setTimeout(stop, limits.time), setInterval(() => void endIfLarge(child, limits.memory), 100)]
  const { stdin } = child
  const lines = child.stdio[3]
  if (!(stdin && lines instanceof Readable)) throw new Error("no way to speak to a process of our own")
  const ended = new Promise<Error | undefined>((resolve) => {
    child.once("error", resolve)
    child.once("close", () => resolve(undefined))
  })
  // the process may be through with a file before it has read all of it
  const fed = pipeline(source, stdin).catch((error: NodeJS.ErrnoException) => {
    if (!["EPIPE", "ECONNRESET", "ERR_STREAM_PREMATURE_CLOSE"].includes(error.code ?? "")) return error
  })
  try {
    const heard = await hear(lines)
    stop()
    const trouble = (await ended) ?? (await fed)
    if (trouble) throw trouble
    signal?.throwIfAborted()
    return heard
  } finally {
    stop()
    for (const timer of watch) clearTimeout(timer)
    signal?.removeEventListener("abort", stop)
  }
}

/** Without any of our environment; a shell sets the limits that only the system can hold it to. */
function start({ script, args = [], limits }: Contained): ChildProcess {
  const node = [process.execPath, "--max-old-space-size=512", "--import", "tsx", join(root, script), ...args]
  const shell = `ulimit -c 0; ulimit -t ${limits.cpuSeconds}; exec "$0" "$@"`
  return spawn("/bin/sh", ["-c", shell, ...node], {
    cwd: root,
    env: { NODE_ENV: "production", TSX_TSCONFIG_PATH: join(root, "tsconfig.scripts.json") },
    stdio: ["pipe", "ignore", "ignore", "pipe"],
  })
}

/** What the process really holds is told on Linux alone; elsewhere the limit of its heap is all there is. */
async function endIfLarge(child: ChildProcess, memory: number): Promise<void> {
  const statm = await readFile(`/proc/${child.pid}/statm`, "latin1").catch(() => "")
  const pages = Number(statm.split(" ")[1] ?? 0)
  if (pages * 4096 > memory) child.kill("SIGKILL")
}
