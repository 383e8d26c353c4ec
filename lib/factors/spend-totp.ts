import "server-only"
import { lockTotp, markTotpStep } from "@/db/queries/factors"
import type { Transaction } from "@/db/types"
import { keyRing } from "@/lib/crypto/ring"
import { open } from "@/lib/crypto/seal"
import { totpPlace } from "./places"
import { totpStep } from "./totp"

/** Step: takes a code of one of the account's apps; one that was taken before, or is older, is wrong. */
export async function spendTotp(
  tx: Transaction,
  accountId: string,
  code: string,
  now: Date,
): Promise<"right" | "wrong"> {
  for (const { id, secretSealed } of await lockTotp(tx, accountId)) {
    const step = totpStep(open(keyRing(), totpPlace(id), secretSealed), code, now)
    if (step !== undefined && (await markTotpStep(tx, id, step, now))) return "right"
  }
  return "wrong"
}
