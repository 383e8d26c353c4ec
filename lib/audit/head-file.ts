import "server-only"
import { appendFile, mkdir, readFile } from "node:fs/promises"
import { dirname, join } from "node:path"
import { env } from "@/lib/env"

/** What was known of the chain at some time, kept outside the database so that a cut tail shows. */
export type HeadLine =
  | { readonly kind: "head"; readonly month: string; readonly link: number; readonly mac: string }
  | { readonly kind: "closed"; readonly month: string; readonly position: number; readonly mac: string }

const linePattern = /^\S+ (head|closed) (\d{4}-\d{2}-01) (\d+) ([0-9a-f]{64})$/

/** Where heads are kept: `AUDIT_HEAD_FILE`, else in the home of the installation. Best on another machine's disk. */
export function headFile(): string {
  return env.AUDIT_HEAD_FILE ?? join(env.DLA_SSO_HOME, "audit-heads.log")
}

/** Appends lines `time kind month number mac`. */
export async function appendHeads(file: string, lines: readonly HeadLine[], now: Date): Promise<void> {
  if (lines.length === 0) return
  const text = lines.map((line) => {
    const number = line.kind === "head" ? line.link : line.position
    return `${now.toISOString()} ${line.kind} ${line.month} ${number} ${line.mac}\n`
  })
  await mkdir(dirname(file), { recursive: true })
  await appendFile(file, text.join(""), { mode: 0o600 })
}

/** Reads the file; no file is no lines. A line that is not of this form (a torn last one) is left out. */
export async function readHeads(file: string): Promise<HeadLine[]> {
  const text = await readFile(file, "utf8").catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return ""
    throw error
  })
  return text.split("\n").flatMap((line): HeadLine[] => {
    const [, kind, month = "", number = "", mac = ""] = linePattern.exec(line) ?? []
    if (kind === "head") return [{ kind, month, link: Number(number), mac }]
    return kind === "closed" ? [{ kind, month, position: Number(number), mac }] : []
  })
}
