import "server-only"
import { z } from "zod"
import { findKeptProof, markProofKept, markProofTaken } from "@/db/queries/thaid"
import type { Executor, Transaction } from "@/db/types"
import { keyRing } from "@/lib/crypto/ring"
import { open, seal } from "@/lib/crypto/seal"
import type { ThaidIdentity } from "@/lib/thaid/read-identity"
import { thaidAttemptLifetime } from "./rules"
import { thaidHashes } from "./thaid-hashes"
import { thaidProofPlace } from "./thaid-places"

const kept = z.object({
  pid: z.string(),
  name: z.object({ title: z.string(), given: z.string(), family: z.string() }).optional(),
})

/** Who was proved, as far as it is kept. */
export type KeptProof = Pick<ThaidIdentity, "pid" | "name">

/** Step: keeps who was proved for the minutes in which he may register; in no cookie and no address. */
export async function keepProof(
  tx: Transaction,
  attemptId: string,
  { pid, name }: ThaidIdentity,
): Promise<void> {
  const sealed = seal(keyRing(), thaidProofPlace(attemptId), JSON.stringify({ pid, name }))
  await markProofKept(tx, attemptId, sealed)
}

/** Whom ThaiID proved in this browser within the last minutes, who had no account; `browser` is its ThaiID cookie's token. */
export async function peekAtProof(db: Executor, browser: string, now: Date): Promise<KeptProof | undefined> {
  const row = await findKeptProof(db, thaidHashes("browser", browser), since(now))
  return row && opened(row)
}

/** Step: the same, and nobody gets it again. */
export async function takeKeptProof(
  tx: Transaction,
  browser: string,
  now: Date,
): Promise<KeptProof | undefined> {
  const row = await findKeptProof(tx, thaidHashes("browser", browser), since(now))
  return row && (await markProofTaken(tx, row.id)) ? opened(row) : undefined
}

function since(now: Date): Date {
  return new Date(now.getTime() - thaidAttemptLifetime * 1000)
}

function opened({ id, provedSealed }: { readonly id: string; readonly provedSealed: Buffer }): KeptProof {
  const { pid, name } = kept.parse(JSON.parse(open(keyRing(), thaidProofPlace(id), provedSealed)))
  return name ? { pid, name } : { pid }
}
