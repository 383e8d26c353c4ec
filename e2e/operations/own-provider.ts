import { type ChildProcess, spawn } from "node:child_process"

/** The OpenID Provider as a process of its own, started by the command that people use, in a process group of its own. */
export class OwnProvider {
  #log = ""
  #child: ChildProcess | undefined

  constructor(
    private readonly home: string,
    private readonly portal: string,
    private readonly port: number,
  ) {}

  get origin(): string {
    return `http://127.0.0.1:${this.port}`
  }

  /** Starts it, and waits until it serves. */
  async start(): Promise<void> {
    const settings = {
      DLA_SSO_HOME: this.home,
      ORIGIN: this.portal,
      PORT: String(this.port),
      TRUST_PROXY: "1",
    }
    const all = Object.entries(settings).map(([name, value]) => `${name}=${value}`)
    const child = spawn("env", ["-u", "E2E_HOME", ...all, process.execPath, "bin/start-oidc.mjs"], {
      detached: true,
      stdio: ["ignore", "pipe", "pipe"],
    })
    for (const stream of [child.stdout, child.stderr])
      stream?.on("data", (chunk: Buffer) => {
        this.#log += chunk.toString()
      })
    this.#child = child
    for (const until = Date.now() + 60_000; Date.now() < until; ) {
      if ((await fetch(`${this.origin}/health/ready`).catch(() => undefined))?.ok) return
      if (child.exitCode !== null) break
      await new Promise((done) => setTimeout(done, 100))
    }
    throw new Error(`the provider did not come up:\n${this.#log.slice(-2000)}`)
  }

  /** Ends the whole group at once, or asks it to end; resolves when it is gone. @returns its exit code */
  async end(signal: "SIGKILL" | "SIGTERM"): Promise<number | null> {
    const child = this.#child
    if (!child?.pid || child.exitCode !== null || child.signalCode !== null) return child?.exitCode ?? null
    const gone = new Promise((done) => child.once("close", done))
    process.kill(signal === "SIGKILL" ? -child.pid : child.pid, signal)
    await gone
    return child.exitCode
  }
}
