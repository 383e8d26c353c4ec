import "server-only"
import type { ProvedAccount } from "@/db/queries/thaid"
import type { Transaction } from "@/db/types"
import type { RefusalCode } from "@/lib/kernel/refusal"
import type { ThaidIdentity } from "@/lib/thaid/read-identity"
import { freezeDisputed } from "./freeze-disputed"
import { keepProof } from "./kept-proof"

type Refused = {
  readonly attemptId: string
  readonly no: RefusalCode | undefined
  readonly account: ProvedAccount | undefined
  readonly identity: ThaidIdentity
  readonly now: Date
}

/**
 * Step: whom ThaiID proved and who has no account, or whose number an account holds that nobody proved, may go on to
 * register with what was proved. That account is frozen until an officer decides whose it is.
 */
export async function leadToRegister(tx: Transaction, refused: Refused): Promise<void> {
  const { attemptId, no, account, identity, now } = refused
  if (no !== "signin.thaid-unknown" && no !== "signin.thaid-disputed") return
  if (account?.dispute === "new") await freezeDisputed(tx, account, now)
  if (identity.name) await keepProof(tx, attemptId, identity)
}
