import { createHash } from "node:crypto"
import { readFileSync } from "node:fs"
import { findManualVersion, insertManual } from "@/db/queries/manuals"
import type { Database } from "@/db/types"
import type { SystemActor } from "@/lib/kernel/actor"
import { execute } from "@/lib/kernel/execute"
import { publishVersion } from "@/lib/manuals/publish-version"
import { shippedManuals } from "./shipped-manuals"

const actor: SystemActor = { kind: "system", name: "seed" }

/**
 * Publishes the manuals that the portal brings along: version 1 at the first start, the next one when an upgrade
 * brings a new file. A manual whose newest version an officer published is the Department's, and left alone.
 */
export async function ensureManuals(db: Database, options: { readonly now: Date }): Promise<void> {
  for (const manual of shippedManuals) {
    await db.transaction((tx) => insertManual(tx, manual))
    const file = readFileSync(`db/seed/manuals/${manual.slug}.pdf`)
    const current = (await findManualVersion(db, manual.slug, null))?.version
    const isOurs = !current || current.publishedBy === null
    if (!isOurs || current?.sha256.equals(createHash("sha256").update(file).digest())) continue
    const input = { slug: manual.slug, expectedVersion: current?.version ?? 0, note: "", file }
    const result = await execute(publishVersion, { db, actor, now: options.now, requestId: "seed" }, input)
    // Another start at the same moment has published it.
    if (!result.ok && result.refusal.code !== "manuals.stale") throw new Error(result.refusal.code)
  }
}
