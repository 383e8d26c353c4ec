import { execFileSync } from "node:child_process"
import { chmodSync, mkdtempSync, readFileSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { expect } from "@playwright/test"
import type { OwnerAccess } from "../../db/testing/copy-official"
import { countMails, halfDone } from "../../db/testing/half-done"
import { parseKeyRing } from "../../lib/crypto/key-ring"

/** A home of a test's own, where anyone may pass: as root the database runs as someone else. */
export function makeHome(): string {
  const home = mkdtempSync(join(tmpdir(), "dla-sso-own-"))
  chmodSync(home, 0o755)
  return home
}

/** Removes a home. */
export function dropHome(home: string): void {
  rmSync(home, { recursive: true, force: true, maxRetries: 5 })
}

type Secrets = { readonly ownerPassword: string; readonly keyRing: string }

function secretsOf(home: string): Secrets {
  return JSON.parse(readFileSync(join(home, "secrets.json"), "utf8"))
}

/** The owner's way into the running database of a home. */
export function ownerUrl(home: string): string {
  const { ownerPassword } = secretsOf(home)
  const port = readFileSync(join(home, "database-port"), "utf8").trim()
  return `postgres://dla_sso_owner:${ownerPassword}@127.0.0.1:${port}/dla_sso`
}

/** The owner's way into the running database of a home, with the keys of what is sealed in it. */
export function ownerAccess(home: string): OwnerAccess {
  return { url: ownerUrl(home), ring: parseKeyRing(secretsOf(home).keyRing) }
}

/** Waits until a home's whole mail to an address is sent, as often as it was queued at least. */
export async function expectAllMailSent(home: string, to: string): Promise<void> {
  await expect
    .poll(async () => (await countMails(ownerUrl(home), to)).unsent, {
      timeout: 40_000,
      message: "mail waits unsent",
    })
    .toBe(0)
}

/**
 * Nothing stands half-done in the database of a home, and `npm run audit:verify` finds its audit whole: soon, since after a
 * first start the sealing has the whole of the demonstration before it.
 */
export async function expectWhole(home: string): Promise<void> {
  expect(await halfDone(ownerUrl(home))).toEqual([])
  const settings = ["-u", "E2E_HOME", `DLA_SSO_HOME=${home}`, process.execPath]
  await expect(() => {
    const told = execFileSync("env", [...settings, "bin/script.mjs", "db/audit/run-verify.ts"], {
      encoding: "utf8",
      stdio: "pipe",
    })
    expect(told).toContain("the audit is whole")
  }).toPass({ timeout: 30_000, intervals: [2000] })
}
