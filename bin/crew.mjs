import { spawn } from "node:child_process"
import { root } from "./root.mjs"
import { say } from "./say.mjs"

const pauses = [1000, 2000, 5000, 10_000]

/**
 * The processes of a running portal. Helpers that die are started again, ever later; the web server's death ends all.
 */
export class Crew {
  /** @type {Set<import("node:child_process").ChildProcess>} */
  #children = new Set()
  #ending = false

  /**
   * @param {string[]} args arguments of node
   * @param {NodeJS.ProcessEnv} env
   */
  #spawn(args, env) {
    const child = spawn(process.execPath, args, {
      cwd: root,
      env,
      stdio: ["ignore", "inherit", "inherit", "ipc"],
    })
    this.#children.add(child)
    child.once("exit", () => this.#children.delete(child))
    return child
  }

  /**
   * Starts a helper and keeps it running.
   *
   * @param {string} name
   * @param {string[]} args
   * @param {NodeJS.ProcessEnv} env
   * @param {{ deaths?: number, onMessage?: (message: unknown) => void }} [options]
   */
  keep(name, args, env, options = {}) {
    if (this.#ending) return
    const { deaths = 0, onMessage } = options
    const child = this.#spawn(args, env)
    if (onMessage) child.on("message", onMessage)
    const began = Date.now()
    child.once("exit", (code, signal) => {
      if (this.#ending) return
      // One that ran for a minute is as good as new.
      const count = Date.now() - began > 60_000 ? 0 : deaths
      const pause = pauses[Math.min(count, pauses.length - 1)] ?? 10_000
      say(`${name} ended (${signal ?? code}); starting it again in ${pause / 1000} s`)
      setTimeout(() => this.#ending || this.keep(name, args, env, { ...options, deaths: count + 1 }), pause)
    })
  }

  /**
   * Starts the process without which there is no portal.
   *
   * @param {string[]} args
   * @param {NodeJS.ProcessEnv} env
   * @param {(how: string) => void} onDeath
   */
  need(args, env, onDeath) {
    if (this.#ending) return
    this.#spawn(args, env).once("exit", (code, signal) => {
      if (!this.#ending) onDeath(String(signal ?? code))
    })
  }

  /**
   * Runs something to its end.
   *
   * @param {string[]} args
   * @param {NodeJS.ProcessEnv} env
   * @returns {Promise<number>} its exit code
   */
  once(args, env) {
    if (this.#ending) return Promise.resolve(1)
    return new Promise((resolve) => this.#spawn(args, env).once("exit", (code) => resolve(code ?? 1)))
  }

  /** Asks all to end, and after ten seconds insists. */
  async end() {
    this.#ending = true
    const gone = [...this.#children].map(
      (child) =>
        new Promise((resolve) => {
          child.once("exit", resolve)
          child.kill("SIGTERM")
          setTimeout(() => child.kill("SIGKILL"), 10_000).unref()
        }),
    )
    await Promise.all(gone)
  }
}
