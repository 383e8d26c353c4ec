import { readFileSync } from "node:fs"
import { fileURLToPath } from "node:url"
import { findManualVersion, insertManual } from "@/db/queries/manuals"
import type { Database } from "@/db/types"
import { execute } from "@/lib/kernel/execute"
import { publishVersion } from "@/lib/manuals/publish-version"
import { shippedManuals } from "./shipped-manuals"

/**
 * Publishes the manuals that the portal brings along, where no version of them stands yet; through the very command
 * that an officer uses. Once there is one, the Department decides about the next.
 */
export async function ensureManuals(db: Database, now: Date): Promise<void> {
  for (const manual of shippedManuals) {
    await db.transaction((tx) => insertManual(tx, manual))
    if (await findManualVersion(db, manual.slug, null)) continue
    const path = fileURLToPath(new URL(`./manuals/${manual.slug}.pdf`, import.meta.url))
    const input = {
      slug: manual.slug,
      expectedVersion: 0,
      note: "",
      file: new Uint8Array(readFileSync(path)),
    }
    const context = { db, actor: { kind: "system", name: "installer" } as const, now, requestId: "installer" }
    const result = await execute(publishVersion, context, input)
    // Another start may have published it a moment ago.
    if (!result.ok && result.refusal.code !== "manuals.stale") {
      throw new Error(`the manual ${manual.slug} can't be published: ${result.refusal.code}`)
    }
  }
}
