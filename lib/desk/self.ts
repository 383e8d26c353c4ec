import "server-only"
import { findSealedId } from "@/db/queries/desk"
import type { Executor } from "@/db/types"
import { keyedHashes } from "@/lib/crypto/keyed-hash"
import { keyRing } from "@/lib/crypto/ring"
import { open } from "@/lib/crypto/seal"
import { nationalIdPlace } from "@/lib/identity/places"

const nobody = Buffer.alloc(32)

/** Step: whom a reviewer is taken for, by account and by person, whichever key his number was last hashed under. */
export async function selfOf(
  db: Executor,
  accountId: string,
): Promise<{ readonly accountId: string; readonly nationalIdHashes: readonly Buffer[] }> {
  const found = await findSealedId(db, accountId)
  if (!found) return { accountId, nationalIdHashes: [nobody] }
  const nationalId = open(keyRing(), nationalIdPlace(found.personId), found.sealed)
  return { accountId, nationalIdHashes: keyedHashes(keyRing(), "national-id", nationalId) }
}
