import "server-only"
import type { Transaction } from "@/db/types"
import { typedCode } from "@/lib/otp/rules"
import { assurances } from "@/lib/sessions/rules"
import { spendRecoveryCode } from "./recovery-codes"
import { typedRecoveryCode } from "./rules"
import { spendTotp } from "./spend-totp"
import { tellOwner } from "./tell-owner"

type FactorAssurance = typeof assurances.passwordAndTotp | typeof assurances.passwordAndRecoveryCode

/** What was typed where a stronger factor is asked: a code of an app, a recovery code, or neither. */
export type TypedFactor = {
  readonly assurance: FactorAssurance
  readonly spend: (tx: Transaction, accountId: string, now: Date) => Promise<"right" | "wrong">
}

/** Reads what was typed; nothing when it has the form of neither. The owner is told of each recovery code used. */
export function typedFactor(typed: string): TypedFactor | undefined {
  const code = typedCode(typed)
  if (code) {
    return {
      assurance: assurances.passwordAndTotp,
      spend: (tx, accountId, now) => spendTotp(tx, accountId, code, now),
    }
  }
  const recovery = typedRecoveryCode(typed)
  if (!recovery) return undefined
  return {
    assurance: assurances.passwordAndRecoveryCode,
    async spend(tx, accountId, now) {
      const result = await spendRecoveryCode(tx, accountId, recovery, now)
      if (result === "right") await tellOwner(tx, accountId, "recovery-code-used", now)
      return result
    },
  }
}
