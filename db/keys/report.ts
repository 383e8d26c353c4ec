import { keptMonths, monthAfter } from "@/lib/audit/months"
import type { KeyRing } from "@/lib/crypto/key-ring"
import { countersLast } from "./dependents"
import { isComplete, leftOf, type Rotation } from "./rotate-keys"

/** A rotation as lines for the person who asked for it: counts, ids of keys and rows, instants. Nothing else is known here. */
export function reportLines(ring: KeyRing, rotation: Rotation, now: Date): string[] {
  const [, ...former] = ring.ids
  return [
    `active key ${ring.activeId}; others in the ring: ${former.join(", ") || "none"}`,
    ...rotation.columns.flatMap(columnLines),
    ...hashOnlyLines(ring, rotation),
    ...former.map((id) => `${id}: ${formerKeyLine(id, rotation, now)}`),
    ...auditLines(ring, rotation),
  ]
}

function columnLines({ column, counts }: Rotation["columns"][number]): string[] {
  const { table, hash } = column
  const { lookedAt, resealed, rehashed } = counts
  const unchanged = (done: number) => `${Math.max(0, lookedAt - done - leftOf(counts))} unchanged`
  const lines = [
    `${table}.${column.column}: ${lookedAt} looked at, ${resealed} re-sealed, ${unchanged(resealed)}`,
  ]
  if (hash)
    lines.push(
      `${table}.${hash.column}: ${lookedAt} looked at, ${rehashed} re-hashed, ${unchanged(rehashed)}`,
    )
  for (const [keyId, count] of counts.keyMissing)
    lines.push(
      `LEFT  ${table}.${column.column}: ${count} under key ${keyId}, which KEY_RING lacks; put it back`,
    )
  if (counts.unreadable.length > 0)
    lines.push(`LEFT  ${table}.${column.column}: changed or moved, in rows ${someOf(counts.unreadable)}`)
  if (counts.twice.length > 0)
    lines.push(`LEFT  ${table}.${column.column}: another row holds the same, rows ${someOf(counts.twice)}`)
  return lines
}

function someOf(ids: readonly string[]): string {
  const shown = ids.slice(0, 20).join(", ")
  return ids.length > 20 ? `${shown} and ${ids.length - 20} more` : shown
}

function hashOnlyLines(ring: KeyRing, { hashOnly, activeSince }: Rotation): string[] {
  if (ring.ids.length === 1 || hashOnly.every(({ count }) => count === 0)) return []
  const until = (at: Date | null) => (at ? `, the last until ${minute(at)}` : "")
  return [
    `known by their hash alone, made before ${minute(activeSince)}, when ${ring.activeId} was first seen to be active:`,
    ...hashOnly.map(({ what, count, until: at }) => `  ${count} ${what}${count > 0 ? until(at) : ""}`),
  ]
}

function formerKeyLine(id: string, rotation: Rotation, now: Date): string {
  if (!isComplete(rotation)) return "must stay in KEY_RING: see what is LEFT above"
  const from = new Date(rotation.activeSince.getTime() + countersLast)
  const browsers = rotation.hashOnly.at(-1)
  const cost =
    browsers && browsers.count > 0
      ? `; ${browsers.count} known browsers that have not signed in until then are new again, and their people told so`
      : ""
  const when = now >= from ? "now" : `from ${minute(from)}; sooner, people signed in must sign in again`
  return `nothing is sealed under ${id} any more. It may be taken out of KEY_RING ${when}${cost}`
}

function auditLines(ring: KeyRing, { auditLinks }: Rotation): string[] {
  return auditLinks
    .filter(({ keyId }) => keyId !== ring.activeId)
    .map(({ keyId, lastMonth }) => {
      const gone = monthAfter(lastMonth, keptMonths + 1).slice(0, 7)
      const here = ring.ids.includes(keyId) ? "" : " (not in this ring)"
      return `${keyId}${here}: sealed the audit up to ${lastMonth.slice(0, 7)}. Keep it in a safe place for audit:verify until that month may be dropped, in ${gone}`
    })
}

function minute(at: Date): string {
  return `${at.toISOString().slice(0, 16)}Z`
}
