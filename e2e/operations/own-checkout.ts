import { execFileSync } from "node:child_process"
import { cpSync, mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"

/** A copy of the checkout that a test may change: its sources, and what of the installed and built it asks for. */
export function makeCheckout(...more: readonly ("node_modules" | ".next")[]): string {
  const folder = mkdtempSync(join(tmpdir(), "dla-sso-checkout-"))
  const listed = execFileSync("git", ["ls-files", "-z", "--cached", "--others", "--exclude-standard"], {
    encoding: "utf8",
  })
  for (const file of listed.split("\0").filter(Boolean)) cpSync(file, join(folder, file))
  // Links, not copies: nothing writes into an installed file, and there are tens of thousands.
  for (const name of more) execFileSync("cp", [name === "node_modules" ? "-al" : "-a", name, folder])
  return folder
}

/** Removes such a copy. */
export function dropCheckout(folder: string): void {
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
}
