import { execFileSync } from "node:child_process"
import { mkdtempSync, rmSync, statSync } from "node:fs"
import { tmpdir } from "node:os"
import path from "node:path"
import { shippedManuals } from "./shipped-manuals"

/** Prints the manuals' HTML to the PDFs beside it, by headless Chromium, whose text can be searched and copied. */
function printManuals(): void {
  const profile = mkdtempSync(path.join(tmpdir(), "manuals-print-"))
  try {
    for (const { slug } of shippedManuals) {
      const source = path.resolve(`db/seed/manuals/${slug}.html`)
      const target = path.resolve(`db/seed/manuals/${slug}.pdf`)
      execFileSync(process.argv[2] ?? "chromium", [
        "--headless",
        ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--no-first-run",
        "--allow-file-access-from-files",
        `--user-data-dir=${profile}`,
        "--no-pdf-header-footer",
        `--print-to-pdf=${target}`,
        `file://${source}`,
      ])
      process.stdout.write(`${slug}.pdf: ${Math.ceil(statSync(target).size / 1024)} KiB\n`)
    }
  } finally {
    rmSync(profile, { recursive: true, force: true })
  }
}

printManuals()
