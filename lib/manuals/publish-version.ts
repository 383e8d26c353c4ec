import "server-only"
import { createHash } from "node:crypto"
import { findManualVersion, insertManualFile, insertManualVersion, lockManual } from "@/db/queries/manuals"
import { command } from "@/lib/kernel/command"
import { done, refused } from "@/lib/kernel/outcome"
import { inspectPdf } from "@/lib/storage/inspect-pdf"
import { canPublishManuals, maxManualBytes } from "./rules"
import { publishVersionInput } from "./schema"

/** Publishes the next version of a manual; the older ones stay reachable under their own addresses. */
export const publishVersion = command({
  name: "manuals.publish",
  input: publishVersionInput,
  allow: canPublishManuals,
  async prepare({ input }) {
    if (input.file.length > maxManualBytes) return refused("manuals.too-large")
    const content = Buffer.from(input.file.buffer, input.file.byteOffset, input.file.byteLength)
    const verdict = await inspectPdf(content)
    if (!verdict.fit) return refused("manuals.not-a-pdf")
    return { content, pages: verdict.pages, sha256: createHash("sha256").update(content).digest() }
  },
  async run({ tx, actor, now, input, prepared: { content, pages, sha256 } }) {
    const manual = await lockManual(tx, input.slug)
    if (!manual) return refused("not-found")
    const current = (await findManualVersion(tx, input.slug, null))?.version
    if ((current?.version ?? 0) !== input.expectedVersion) return refused("manuals.stale")
    if (current?.sha256.equals(sha256)) return refused("manuals.same-file")
    const version = input.expectedVersion + 1
    await insertManualFile(tx, sha256, content)
    await insertManualVersion(tx, {
      manualId: manual.id,
      version,
      publishedAt: now,
      publishedBy: actor.kind === "account" ? actor.accountId : null,
      note: input.note,
      sizeBytes: content.length,
      pages,
      sha256,
    })
    return done(
      { slug: input.slug, version },
      { subject: manual.id, detail: { version, sizeBytes: content.length, pages } },
    )
  },
})
