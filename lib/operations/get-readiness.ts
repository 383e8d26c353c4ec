import "server-only"
import { z } from "zod"
import { isMigrated } from "@/db/queries/operations"
import { sealLag } from "@/lib/audit/seal-lag"
import { canBeAnyone } from "@/lib/kernel/actor"
import type { Result } from "@/lib/kernel/outcome"
import { found, read } from "@/lib/kernel/read"
import { queueAge } from "@/lib/mail/queue-age"

/** What a probe is told; nothing in it is secret. */
export type Readiness =
  | { readonly ready: false; readonly database: "not-migrated" | "unreachable" }
  | {
      readonly ready: true
      readonly database: "ok"
      readonly mail: { readonly waiting: number; readonly oldestDueSeconds: number }
      readonly audit: { readonly sealLagSeconds: number }
    }

/**
 * Whether this instance can serve: its database answers and has the schema of this code. Late mail or a late seal are
 * told and do not take it out of service, since turning people away would help neither.
 */
export const getReadiness = read({
  name: "operations.readiness",
  input: z.object({}),
  allow: canBeAnyone,
  async run({ db, now }): Promise<Result<Readiness>> {
    try {
      if (!(await isMigrated(db))) return found({ ready: false, database: "not-migrated" })
      const [mail, sealLagSeconds] = [await queueAge(db, now), await sealLag(db, now)]
      return found({
        ready: true,
        database: "ok",
        mail: { waiting: mail.waiting, oldestDueSeconds: mail.oldestSeconds },
        audit: { sealLagSeconds },
      })
    } catch {
      // The driver's message names hosts and roles; a probe is answered to anyone.
      return found({ ready: false, database: "unreachable" })
    }
  },
})
