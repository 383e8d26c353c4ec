import "server-only"
import type { Transaction } from "@/db/types"
import type { RefusalCode } from "@/lib/kernel/refusal"

/** Carries a refusal out of the savepoint so that the driver rolls back. Never leaves this file. */
class Undo extends Error {
  constructor(readonly code: RefusalCode) {
    super("undone")
  }
}

/** Does something within a transaction that goes on whatever comes of it: a refusal undoes the writes of this part alone. */
export async function attempted<T extends object>(
  tx: Transaction,
  act: (inner: Transaction) => Promise<T | RefusalCode>,
): Promise<T | RefusalCode> {
  try {
    return await tx.transaction(async (inner) => {
      const did = await act(inner)
      if (typeof did === "string") throw new Undo(did)
      return did
    })
  } catch (thrown) {
    if (thrown instanceof Undo) return thrown.code
    throw thrown
  }
}
