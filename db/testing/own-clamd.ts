import { type ChildProcess, spawn } from "node:child_process"
import { once } from "node:events"
import { mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { connect } from "node:net"
import { tmpdir } from "node:os"
import { join } from "node:path"

/** The harmless file by which virus scanners are tried; in two halves, or one of them would take this file away. */
export const eicar = ["X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-", "STANDARD-ANTIVIRUS-TEST-FILE!$H+H*"].join("")

/** A real clamd of a test's own, that knows of one virus. Its signatures stand here: others would have to be fetched. */
export class OwnClamd {
  readonly folder = mkdtempSync(join(tmpdir(), "dla-sso-clamd-"))
  readonly socket = join(this.folder, "clamd.sock")
  #child: ChildProcess | undefined

  constructor(
    readonly program: string,
    readonly port: number,
  ) {
    writeFileSync(join(this.folder, "local.ndb"), `Eicar-Test:0:*:${Buffer.from(eicar).toString("hex")}\n`)
    const settings = [
      `DatabaseDirectory ${this.folder}`,
      `LocalSocket ${this.socket}`,
      "FixStaleSocket yes",
      `TCPSocket ${port}`,
      "TCPAddr 127.0.0.1",
      "Foreground yes",
      "StreamMaxLength 20M",
    ]
    writeFileSync(join(this.folder, "clamd.conf"), `${settings.join("\n")}\n`)
  }

  /** Starts it, and waits until it answers. */
  async start(): Promise<void> {
    this.#child = spawn(this.program, ["--config-file", join(this.folder, "clamd.conf")], { stdio: "ignore" })
    for (let tries = 0; tries < 200; tries++) {
      if (await answers(this.socket)) return
      await new Promise((resolve) => setTimeout(resolve, 50))
    }
    throw new Error("clamd does not answer")
  }

  async stop(): Promise<void> {
    if (!this.#child || this.#child.exitCode !== null) return
    const ended = once(this.#child, "exit")
    this.#child.kill("SIGKILL")
    await ended
    rmSync(this.socket, { force: true })
  }

  async end(): Promise<void> {
    await this.stop()
    rmSync(this.folder, { recursive: true, force: true })
  }
}

function answers(path: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ path })
    socket.once("connect", () => socket.write("zPING\0"))
    socket.once("data", (text: Buffer) => {
      socket.destroy()
      resolve(text.toString().startsWith("PONG"))
    })
    socket.once("error", () => resolve(false))
  })
}
