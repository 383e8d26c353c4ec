import "server-only"
import { randomBytes, randomUUID } from "node:crypto"
import {
  insertWebhookSecret,
  listWebhookSecrets,
  lockWebhook,
  markWebhookSecretEnded,
} from "@/db/queries/webhooks"
import { mayForAll } from "@/lib/access/may"
import { keyRing } from "@/lib/crypto/ring"
import { seal } from "@/lib/crypto/seal"
import { command } from "@/lib/kernel/command"
import { done, refused } from "@/lib/kernel/outcome"
import { webhookSecretPlace } from "./places"
import { webhookLimits } from "./rules"
import { secretMark } from "./sign-call"
import { endWebhookSecretInput, makeWebhookSecretInput } from "./webhook-schema"

/** Makes a secret of 256 bits, told once. Calls are signed with both until the older one is ended. */
export const makeWebhookSecret = command({
  name: "webhooks.make-secret",
  input: makeWebhookSecretInput,
  allow: mayForAll("systems.manage"),
  freshness: "step-up",
  async run({ tx, actor, now, input: { systemCode } }) {
    if (!(await lockWebhook(tx, systemCode))) return refused("not-found")
    const valid = await listWebhookSecrets(tx, systemCode)
    if (valid.length >= webhookLimits.secrets) return refused("webhooks.two-secrets")
    const id = randomUUID()
    const secret = `${secretMark}${randomBytes(32).toString("base64")}`
    const secretSealed = seal(keyRing(), webhookSecretPlace(id), secret)
    const made = { id, systemCode, secretSealed, createdAt: now, createdBy: actor.accountId }
    await insertWebhookSecret(tx, made)
    return done({ secret }, { subject: id, detail: { system: systemCode, beside: valid.length } })
  },
})

/** Ends a secret at once. Without any, calls wait. */
export const endWebhookSecret = command({
  name: "webhooks.end-secret",
  input: endWebhookSecretInput,
  allow: mayForAll("systems.manage"),
  freshness: "step-up",
  async run({ tx, now, input: { systemCode, secretId } }) {
    if (!(await lockWebhook(tx, systemCode))) return refused("not-found")
    if (!(await markWebhookSecretEnded(tx, { systemCode, secretId, now }))) return refused("not-found")
    return done(undefined, { subject: secretId, detail: { system: systemCode } })
  },
})
