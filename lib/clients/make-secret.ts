import "server-only"
import { createHash } from "node:crypto"
import { insertSecret, listSecrets, lockClient, markSecretEnds } from "@/db/queries/clients"
import { mayForAll } from "@/lib/access/may"
import { randomToken } from "@/lib/crypto/random"
import { command } from "@/lib/kernel/command"
import { done, refused } from "@/lib/kernel/outcome"
import { endSecretInput, makeSecretInput } from "./client-schema"
import { clientLimits } from "./rules"

const day = 24 * 60 * 60 * 1000

/** The last moment of a day in Bangkok. */
const endOf = (text: string) => new Date(new Date(`${text}T00:00:00+07:00`).getTime() + day)

/**
 * Makes a secret of 256 bits, which is told once and kept as its hash. The one before it ends at once, or stays valid to
 * the end of a day, so that the system can change over without a gap.
 */
export const makeSecret = command({
  name: "clients.make-secret",
  input: makeSecretInput,
  allow: mayForAll("systems.manage"),
  freshness: "step-up",
  async run({ tx, actor, now, input }) {
    const { clientId } = input
    const row = await lockClient(tx, clientId)
    if (!row || row.closedAt) return refused("not-found")
    if (row.authMethod === "private_key_jwt") return refused("clients.no-secret-used")
    const valid = await listSecrets(tx, clientId, now)
    const endsAt = input.older === "now" || !input.endsOn ? now : endOf(input.endsOn)
    if (valid.length > 0 && input.older === "day") {
      if (endsAt <= now || endsAt.getTime() > now.getTime() + clientLimits.secretOverlap * day)
        return refused("clients.day-out")
      if (valid.length >= clientLimits.secrets) return refused("clients.two-secrets")
    }
    for (const { id: secretId } of valid) await markSecretEnds(tx, { clientId, secretId, endsAt, now })
    const secret = randomToken()
    const secretHash = createHash("sha256").update(secret, "utf8").digest()
    const id = await insertSecret(tx, { clientId, secretHash, createdAt: now, createdBy: actor.accountId })
    const detail = {
      system: row.systemCode,
      client: clientId,
      replaced: valid.length,
      atOnce: input.older === "now",
    }
    return done({ secret, name: row.name, systemCode: row.systemCode }, { subject: id, detail })
  },
})

/** Ends a secret at once. */
export const endSecret = command({
  name: "clients.end-secret",
  input: endSecretInput,
  allow: mayForAll("systems.manage"),
  freshness: "step-up",
  async run({ tx, now, input: { clientId, secretId } }) {
    const row = await lockClient(tx, clientId)
    if (!row || !(await markSecretEnds(tx, { clientId, secretId, endsAt: now, now })))
      return refused("not-found")
    return done(undefined, { subject: secretId, detail: { system: row.systemCode, client: clientId } })
  },
})
