import { type ChildProcess, spawn } from "node:child_process"
import { existsSync, readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { freePort } from "../../bin/port.mjs"

/**
 * What is killed: the `group` of the starter (the database, which is in none of its groups, goes on), `all` of it with
 * PostgreSQL, so that the next start recovers from a crash, or the `jobs` process alone.
 */
export type Blow = "group" | "all" | "jobs"

/** A portal of a test's own, started in a process group of its own so that one blow from outside hits all of it. */
export class OwnProduct {
  #log = ""
  #watching: (() => void) | undefined
  private constructor(
    readonly home: string,
    readonly origin: string,
    private readonly child: ChildProcess,
  ) {
    const keep = (chunk: Buffer) => {
      this.#log += chunk.toString()
      this.#watching?.()
    }
    child.stdout?.on("data", keep)
    child.stderr?.on("data", keep)
  }

  /**
   * @param settings further environment variables; they win over the usual ones
   * @param checkout where the sources are, if not here
   * @param args of the starter
   */
  static async start(
    home: string,
    settings: Readonly<Record<string, string>> = {},
    checkout = ".",
    args: readonly string[] = [],
  ): Promise<OwnProduct> {
    const usual = { DLA_SSO_HOME: home, PORT: String(await freePort()), LOG_LEVEL: "info" }
    const wanted = { ...usual, ...settings }
    const all = Object.entries(wanted).map(([name, value]) => `${name}=${value}`)
    const child = spawn("env", ["-u", "E2E_HOME", ...all, process.execPath, "bin/start.mjs", ...args], {
      cwd: checkout,
      detached: true,
      stdio: ["ignore", "pipe", "pipe"],
    })
    return new OwnProduct(home, `http://127.0.0.1:${wanted.PORT}`, child)
  }

  /** Starts one and waits until it serves. */
  static async ready(home: string): Promise<OwnProduct> {
    const product = await OwnProduct.start(home)
    await product.isReady()
    return product
  }

  /** All that it has said so far. */
  get log(): string {
    return this.#log
  }

  /** Waits until it says that it serves. */
  async isReady(): Promise<void> {
    await this.says(/\bready\n[\s\S]*\n {2}The portal/)
  }

  /** Waits for a line of the log. */
  async says(line: RegExp, seconds = 120): Promise<void> {
    for (const until = Date.now() + seconds * 1000; Date.now() < until; ) {
      if (line.test(this.#log)) return
      if (this.child.exitCode !== null)
        throw new Error(`ended before it said ${line}:\n${this.#log.slice(-2000)}`)
      await new Promise((done) => setTimeout(done, 10))
    }
    throw new Error(`did not say ${line} within ${seconds} s:\n${this.#log.slice(-2000)}`)
  }

  /** Strikes in the very moment in which a line comes that was not there before, for the `nth` time. */
  async strikeAt(line: RegExp, blow: Blow, nth = 1, seconds = 60): Promise<void> {
    const from = this.#log.length
    const jobs = blow === "jobs" ? this.jobsProcess() : 0
    const every = new RegExp(line, "g")
    const struck = await new Promise<boolean>((done) => {
      const late = setTimeout(() => done(false), seconds * 1000)
      this.#watching = () => {
        if ((this.#log.slice(from).match(every)?.length ?? 0) < nth) return
        this.#watching = undefined
        clearTimeout(late)
        this.#strike(blow, jobs)
        done(true)
      }
    })
    if (!struck) throw new Error(`did not say ${line} within ${seconds} s:\n${this.#log.slice(-2000)}`)
    if (blow !== "jobs") await this.#gone()
  }

  #strike(blow: Blow, jobs: number): void {
    if (blow === "jobs") {
      if (jobs === 0) throw new Error("there is no jobs process to kill")
      process.kill(jobs, "SIGKILL")
    } else if (this.child.pid) process.kill(-this.child.pid, "SIGKILL")
    if (blow === "all") killDatabase(this.home)
  }

  /** The number of the process that sends the mail and seals the audit; 0 while there is none. */
  jobsProcess(): number {
    const children = this.#isGone() ? [] : childrenOf(this.child.pid ?? 0)
    const isJobs = (pid: number) => readFileSync(`/proc/${pid}/cmdline`, "utf8").includes("lib/jobs/run.ts")
    return children.find(isJobs) ?? 0
  }

  /** Kills at once. */
  async kill(blow: "group" | "all" = "group"): Promise<void> {
    if (this.#isGone()) return
    this.#strike(blow, 0)
    await this.#gone()
  }

  /** Waits until it has ended by itself, and tells its exit code. */
  async ended(): Promise<number | null> {
    if (!this.#isGone()) await new Promise((done) => this.child.once("close", done))
    return this.child.exitCode
  }

  /** Ctrl-C in its terminal: every process of the group hears it. @returns its exit code */
  async interrupt(): Promise<number | null> {
    if (!this.#isGone() && this.child.pid) process.kill(-this.child.pid, "SIGINT")
    return await this.ended()
  }

  /** What lives still of its group, and of whatever works with its home (the database has a group of its own). */
  leftovers(): string[] {
    return readdirSync("/proc")
      .filter((name) => /^\d+$/.test(name))
      .flatMap((pid) => {
        try {
          const command = readFileSync(`/proc/${pid}/cmdline`, "utf8").replaceAll("\0", " ").trim()
          const stat = readFileSync(`/proc/${pid}/stat`, "utf8")
          const [state, , group] = stat.slice(stat.lastIndexOf(")") + 2).split(" ")
          const isOurs = Number(group) === this.child.pid || command.includes(this.home)
          return isOurs && state !== "Z" ? [`${pid} ${command}`] : []
        } catch {
          // It ended between the listing and the look.
          return []
        }
      })
  }

  /** For a test that failed: leaves nothing behind. */
  killLeftovers(): void {
    for (const line of this.leftovers()) process.kill(Number.parseInt(line, 10), "SIGKILL")
  }

  /** Asks the starter alone to end. */
  async stop(): Promise<void> {
    if (this.#isGone()) return
    this.child.kill("SIGTERM")
    await this.#gone()
  }

  #isGone(): boolean {
    return this.child.exitCode !== null || this.child.signalCode !== null
  }

  async #gone(): Promise<void> {
    if (!this.#isGone()) await new Promise((done) => this.child.once("exit", done))
  }
}

/** PostgreSQL and each of its processes, in one go: none of them gets to finish anything. */
function killDatabase(home: string): void {
  const note = join(home, "pgdata", "postmaster.pid")
  if (!existsSync(note)) throw new Error("no database runs")
  const postmaster = Number(readFileSync(note, "utf8").split("\n")[0])
  for (const pid of [postmaster, ...childrenOf(postmaster)]) {
    try {
      process.kill(pid, "SIGKILL")
    } catch {
      // It has ended by itself between the look and the blow.
    }
  }
}

function childrenOf(pid: number): number[] {
  return readFileSync(`/proc/${pid}/task/${pid}/children`, "utf8").split(" ").filter(Boolean).map(Number)
}
