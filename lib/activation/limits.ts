import "server-only"
import type { Executor } from "@/db/types"
import { keyedHash } from "@/lib/crypto/keyed-hash"
import { keyRing } from "@/lib/crypto/ring"
import { env } from "@/lib/env"
import { type Limit, peekAt } from "@/lib/rate-limit/count-against"
import { activationLimits } from "./rules"

/** What is counted of a wrong try: against what was named, be it there or not, and against the network address. */
export function triesOf(
  what: "unit" | "request",
  at: { readonly name: string; readonly address: string | null; readonly now: Date },
): readonly Limit[] {
  const { now } = at
  const { wrongPerUnit, unitWindow, addressWindow } = activationLimits
  return [
    {
      scope: `activation-${what}`,
      key: keyedHash(keyRing(), "throttle", `activation-${what}/${at.name}`),
      limit: wrongPerUnit,
      windowSeconds: unitWindow,
      now,
    },
    {
      scope: "activation-address",
      key: keyedHash(keyRing(), "address", at.address ?? "unknown"),
      limit: env.ADDRESS_FAILURE_LIMIT,
      windowSeconds: addressWindow,
      now,
    },
  ]
}

/** Step: until when no try is taken, if none is. */
export async function closedUntil(db: Executor, tries: readonly Limit[]): Promise<Date | undefined> {
  const looked = await Promise.all(tries.map((each) => peekAt(db, each)))
  return looked.find((each) => !each.allowed)?.until
}
