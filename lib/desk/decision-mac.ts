import "server-only"
import { createHmac } from "node:crypto"
import { type DecisionRow, listDecisionsAfter } from "@/db/queries/desk"
import type { Executor } from "@/db/types"
import { KeyMissing, type KeyRing } from "@/lib/crypto/key-ring"
import { sameBytes } from "@/lib/crypto/same-bytes"

/** What a decision says: who, when, known how surely, on which version with which documents before him, and what. */
export type Said = Omit<
  DecisionRow,
  "mac" | "macKeyId" | "tookEffectAt" | "endedAt" | "endedReason" | "endedBy" | "endedNote"
>

/** One text for one decision: a JSON list in a fixed order, so that nothing depends on the order of keys. */
function canonical(said: Said): string {
  const { id, caseId, caseVersion, outcome, reasons, fields, note, excluded } = said
  const { decidedBy, decidedAt, sessionId, acr, takesEffectAt } = said
  const documents = said.documents.map((one) => [one.id, one.sha256, one.pages])
  const what = [id, caseId, caseVersion, outcome, reasons, fields, note, excluded, documents]
  const who = [decidedBy, decidedAt.toISOString(), sessionId, acr, takesEffectAt.toISOString()]
  return JSON.stringify(["dla-sso decision", 1, ...what, ...who])
}

/** HMAC-SHA-256 over all that a decision says, under the active key. */
export function decisionMac(ring: KeyRing, said: Said): { readonly mac: Buffer; readonly macKeyId: string } {
  return { mac: macUnder(ring, ring.activeId, said), macKeyId: ring.activeId }
}

function macUnder(ring: KeyRing, keyId: string, said: Said): Buffer {
  return createHmac("sha256", ring.derive(keyId, "decision")).update(canonical(said), "utf8").digest()
}

/** Whether a row still says what its reviewer decided; `no-key` when the ring lacks the key it was signed under. */
export function verifyDecision(ring: KeyRing, row: DecisionRow): "whole" | "changed" | "no-key" {
  try {
    return sameBytes(macUnder(ring, row.macKeyId, row), row.mac) ? "whole" : "changed"
  } catch (error) {
    if (error instanceof KeyMissing) return "no-key"
    throw error
  }
}

/** A decision that is not whole, and why. */
type DecisionFault = { readonly id: string; readonly fault: "changed" | "no-key" }

const batch = 500
const first = "00000000-0000-0000-0000-000000000000"

/** Verifies every decision kept: how many there are, and the ids of those that are not whole. */
export async function verifyDecisions(
  db: Executor,
  ring: KeyRing,
): Promise<{ readonly count: number; readonly faults: readonly DecisionFault[] }> {
  const faults: DecisionFault[] = []
  let count = 0
  let after = first
  for (;;) {
    const rows = await listDecisionsAfter(db, after, batch)
    for (const row of rows) {
      const fault = verifyDecision(ring, row)
      if (fault !== "whole") faults.push({ id: row.id, fault })
    }
    count += rows.length
    const last = rows.at(-1)
    if (!last) return { count, faults }
    after = last.id
  }
}
