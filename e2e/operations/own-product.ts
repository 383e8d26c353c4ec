import { type ChildProcess, spawn } from "node:child_process"
import { freePort } from "../../bin/port.mjs"

/** A portal of a test's own, started in a process group of its own so that one blow from outside hits all of it. */
export class OwnProduct {
  #log = ""
  private constructor(
    readonly origin: string,
    private readonly child: ChildProcess,
  ) {
    const keep = (chunk: Buffer) => {
      this.#log += chunk.toString()
    }
    child.stdout?.on("data", keep)
    child.stderr?.on("data", keep)
  }

  /** @param settings further environment variables; they win over the usual ones */
  static async start(home: string, settings: Readonly<Record<string, string>> = {}): Promise<OwnProduct> {
    const port = await freePort()
    const usual = { DLA_SSO_HOME: home, PORT: String(port), LOG_LEVEL: "info" }
    const all = Object.entries({ ...usual, ...settings }).map(([name, value]) => `${name}=${value}`)
    const child = spawn("env", ["-u", "E2E_HOME", ...all, process.execPath, "bin/start.mjs"], {
      detached: true,
      stdio: ["ignore", "pipe", "pipe"],
    })
    return new OwnProduct(`http://127.0.0.1:${port}`, child)
  }

  /** All that it has said so far. */
  get log(): string {
    return this.#log
  }

  /** Waits for a line of the log, looking every few milliseconds: what is killed there should still be at it. */
  async says(line: RegExp, seconds = 120): Promise<void> {
    for (const until = Date.now() + seconds * 1000; Date.now() < until; ) {
      if (line.test(this.#log)) return
      if (this.child.exitCode !== null)
        throw new Error(`ended before it said ${line}:\n${this.#log.slice(-2000)}`)
      await new Promise((done) => setTimeout(done, 2))
    }
    throw new Error(`did not say ${line} within ${seconds} s:\n${this.#log.slice(-2000)}`)
  }

  /** Waits until it has ended by itself, and tells its exit code. */
  async ended(): Promise<number | null> {
    if (this.child.exitCode === null) await new Promise((done) => this.child.once("close", done))
    return this.child.exitCode
  }

  /** SIGKILL to the whole group. */
  async kill(): Promise<void> {
    await this.#end("SIGKILL")
  }

  /** Asks the starter to end, as Ctrl-C does. */
  async stop(): Promise<void> {
    await this.#end("SIGTERM")
  }

  async #end(signal: NodeJS.Signals): Promise<void> {
    const { pid, exitCode, signalCode } = this.child
    if (!pid || exitCode !== null || signalCode !== null) return
    const gone = new Promise((done) => this.child.once("exit", done))
    process.kill(signal === "SIGKILL" ? -pid : pid, signal)
    await gone
  }
}
