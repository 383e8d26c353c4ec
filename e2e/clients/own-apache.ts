import { type ChildProcess, spawn } from "node:child_process"
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { freePort } from "../../bin/port.mjs"

const needed = [
  "mpm_event",
  "authn_core",
  "authz_core",
  "authz_user",
  "mime",
  "alias",
  "headers",
  "auth_openidc",
]

/** An Apache of a test's own: two pages, of which the settings that it is given protect one. */
export class OwnApache {
  readonly #folder = mkdtempSync(join(tmpdir(), "dla-sso-apache-"))
  #child: ChildProcess | undefined

  private constructor(
    private readonly debian: { readonly program: string; readonly modules: string },
    readonly origin: string,
  ) {}

  static async make(debian: { readonly program: string; readonly modules: string }): Promise<OwnApache> {
    return new OwnApache(debian, `http://127.0.0.1:${await freePort()}`)
  }

  /**
   * Serves `/app/` and `/bye`, and nothing about sign-in but what it is given.
   *
   * @param settings as the console shows them; the two files that they name lie in a folder of this server
   */
  async serve(settings: string, secret: string): Promise<void> {
    const secretFile = this.#file("secret.conf", `OIDCClientSecret "${secret}"\n`)
    const passphrase = this.#file("passphrase", "a passphrase of this test alone")
    const inside = this.#file("inside.html", "<!doctype html><title>inside</title><h1>Inside</h1>")
    const outside = this.#file("outside.html", "<!doctype html><title>outside</title><h1>Outside</h1>")
    const given = settings
      .replace("/etc/apache2/dla-sso-secret.conf", secretFile)
      .replace("/etc/apache2/dla-sso-passphrase", passphrase)
    const { program, modules } = this.debian
    const conf = this.#file(
      "apache.conf",
      `ServerRoot "${this.#folder}"
ServerName 127.0.0.1
Listen 127.0.0.1:${new URL(this.origin).port}
PidFile "${this.#folder}/pid"
ErrorLog "${this.#folder}/error.log"
${needed.map((name) => `LoadModule ${name}_module ${modules}/mod_${name}.so`).join("\n")}
${process.getuid?.() === 0 ? "User nobody\nGroup nogroup" : ""}
TypesConfig /dev/null
AddType text/html .html
DocumentRoot "${this.#folder}"
Alias /app/page "${inside}"
Alias /bye "${outside}"
Header always set x-person "expr=%{REMOTE_USER}"
Header always set x-roles "expr=%{reqenv:OIDC_CLAIM_roles}"
Header always set x-name "expr=%{reqenv:OIDC_CLAIM_name}"
${given}`,
    )
    chmodSync(this.#folder, 0o755)
    this.#child = spawn(program, ["-X", "-f", conf], { stdio: "ignore" })
    for (let tries = 0; tries < 100; tries += 1) {
      if ((await fetch(`${this.origin}/bye`).catch(() => undefined))?.ok) return
      if (this.#child.exitCode !== null) break
      await new Promise((done) => setTimeout(done, 100))
    }
    throw new Error(`Apache does not answer:\n${this.log()}`)
  }

  /** What it has noted as wrong. */
  log(): string {
    return readFileSync(join(this.#folder, "error.log"), "utf8").slice(-2000)
  }

  async stop(): Promise<void> {
    const child = this.#child
    if (child?.exitCode === null && child.signalCode === null) {
      const gone = new Promise((done) => child.once("exit", done))
      child.kill("SIGTERM")
      await gone
    }
    rmSync(this.#folder, { recursive: true, force: true })
  }

  #file(name: string, text: string): string {
    const path = join(this.#folder, name)
    writeFileSync(path, text)
    return path
  }
}
