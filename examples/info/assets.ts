import { readFileSync } from "node:fs"
import { createRequire } from "node:module"
import { dirname, join } from "node:path"
import { fileURLToPath } from "node:url"
import type { Answer } from "./exchange"

const here = dirname(fileURLToPath(import.meta.url))
const fonts = join(
  dirname(createRequire(import.meta.url).resolve("@fontsource/sarabun/package.json")),
  "files",
)
const font = (name: string) => ({ type: "font/woff2", file: join(fonts, `sarabun-${name}-normal.woff2`) })

const files: Readonly<Record<string, { readonly type: string; readonly file: string }>> = {
  "style.css": { type: "text/css; charset=utf-8", file: join(here, "style.css") },
  "parts.css": { type: "text/css; charset=utf-8", file: join(here, "parts.css") },
  "tables.css": { type: "text/css; charset=utf-8", file: join(here, "tables.css") },
  "media.css": { type: "text/css; charset=utf-8", file: join(here, "media.css") },
  "icon.svg": { type: "image/svg+xml", file: join(here, "icon.svg") },
  "thai-400.woff2": font("thai-400"),
  "thai-600.woff2": font("thai-600"),
  "latin-400.woff2": font("latin-400"),
  "latin-600.woff2": font("latin-600"),
}

/** A file of the pages: a closed list, nothing of the disk is reached by name. */
export function asset(name: string): Answer | undefined {
  const found = Object.hasOwn(files, name) ? files[name] : undefined
  if (!found) return undefined
  const headers = { "content-type": found.type, "cache-control": "max-age=3600" }
  return { status: 200, headers, body: readFileSync(found.file) }
}
