import "server-only"
import { randomUUID } from "node:crypto"
import { z } from "zod"
import { listTotp, lockOwner, replacePendingTotp } from "@/db/queries/factors"
import { keyRing } from "@/lib/crypto/ring"
import { seal } from "@/lib/crypto/seal"
import { canBeAccount } from "@/lib/kernel/actor"
import { command } from "@/lib/kernel/command"
import { done, refused } from "@/lib/kernel/outcome"
import { totpPlace } from "./places"
import { factorLimits } from "./rules"
import { totpSecret } from "./totp"

/** Begins to add an authenticator app: makes its secret, which counts for nothing before a first code. */
export const beginTotp = command({
  name: "factors.begin-totp",
  input: z.object({}),
  allow: canBeAccount,
  freshness: "step-up",
  async run({ tx, actor: { accountId }, now }) {
    const owner = await lockOwner(tx, accountId)
    if (owner?.method === "thaid") return refused("signin.thaid-only")
    if ((await listTotp(tx, accountId)).length >= factorLimits.apps) return refused("factors.too-many")
    const id = randomUUID()
    const secretSealed = seal(keyRing(), totpPlace(id), totpSecret())
    await replacePendingTotp(tx, { id, accountId, name: "", secretSealed, createdAt: now })
    return done(null, { subject: id })
  },
})
