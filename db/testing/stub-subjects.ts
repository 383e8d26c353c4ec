import type { Transaction } from "@/db/types"
import { enqueueMail } from "@/lib/mail/enqueue"

/** Stands in for the rooms of requests where the desk alone is tried: each effect is one mail, so that two would be seen. */
export function subjectOf() {
  return {
    forReview: async () => undefined,
    apply: async (tx: Transaction, subjectId: string, { now }: { readonly now: Date }) => {
      const mail = { template: "new-device", locale: "th", to: `${subjectId}@test.example`, now } as const
      await enqueueMail(tx, { ...mail, props: { at: now.toISOString() } })
      return {}
    },
    revert: async () => true,
  }
}
