import "server-only"
import { findFilePart, findManualVersion } from "@/db/queries/manuals"
import type { Database } from "@/db/types"
import { canBeAnyone } from "@/lib/kernel/actor"
import { found, notShown, read } from "@/lib/kernel/read"
import { fileNames } from "./rules"
import { openManualFileInput } from "./schema"

// Small enough that a hundred slow readers cost little memory, large enough that a manual is a few dozen queries.
const partBytes = 256 * 1024

/** A version's file for download, for anyone: what it is, and its bytes by parts, so that it is never whole in memory. */
export const openManualFile = read({
  name: "manuals.open-file",
  input: openManualFileInput,
  allow: canBeAnyone,
  async run({ db, input }) {
    const row = await findManualVersion(db, input.slug, input.version)
    if (!row) return notShown()
    const { version, sizeBytes, publishedAt, sha256 } = row.version
    return found({
      version,
      sizeBytes,
      sha256: sha256.toString("hex"),
      lastModified: publishedAt,
      type: "application/pdf",
      // The newest changes some day; a numbered version never does.
      cacheControl: input.version === null ? "public, max-age=300" : "public, max-age=31536000, immutable",
      names: fileNames(row.manual, version),
      parts: (first: number, last: number) => parts(db, sha256, first, last),
    })
  },
})

async function* parts(db: Database, sha256: Buffer, first: number, last: number): AsyncGenerator<Uint8Array> {
  for (let at = first; at <= last; at += partBytes) {
    const part = await findFilePart(db, sha256, at, Math.min(partBytes, last - at + 1))
    if (!part) throw new Error("a manual's file is gone")
    yield part
  }
}
