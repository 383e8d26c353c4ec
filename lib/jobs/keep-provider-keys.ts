import "server-only"
import { randomUUID } from "node:crypto"
import type { Database } from "@/db/types"
import { execute } from "@/lib/kernel/execute"
import { areKeysDue } from "@/lib/oidc/are-keys-due"
import { keepKeys } from "@/lib/oidc/keep-keys"
import { type Running, repeat } from "./repeat"

const hour = 60 * 60_000

/** Looks after the keys of the OpenID Provider each hour; what has nothing to do leaves no trace in the audit. */
export function keepProviderKeys(db: Database, clock: () => Date): Running {
  return repeat("keep-provider-keys", hour, async () => {
    const now = clock()
    if (!(await areKeysDue(db, now))) return "idle"
    const actor = { kind: "system", name: "keep-provider-keys" } as const
    await execute(keepKeys, { db, actor, now, requestId: randomUUID() }, {})
    return "idle"
  })
}
