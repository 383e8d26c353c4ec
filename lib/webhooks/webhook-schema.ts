import "server-only"
import { z } from "zod"
import { machineScopes } from "@/lib/machine/schema"
import { targetOf } from "@/lib/outbound/call-out"

// Messages are keys of `faults` in room `webhooks` of the dictionary.

const systemCode = z.string().regex(/^[A-Z0-9-]{1,40}$/)
const clientId = z.string("clientMissing").regex(/^[a-z0-9-]{1,80}$/, "clientMissing")
const version = z.coerce.number().int().min(0)

/** An address as somebody types it: https, without credentials, at no private address that is not let. */
const address = z
  .string()
  .max(500, "tooLong")
  .transform((typed) => typed.trim())
  .superRefine((text, context) => {
    const target = text === "" ? "address" : targetOf(text)
    if (typeof target === "string")
      context.addIssue({
        code: "custom",
        message: target === "private-address" ? "privateAddress" : "address",
      })
    else if (target.hash !== "") context.addIssue({ code: "custom", message: "address" })
  })

/** The address at which a system is called; version 0 while it has none. */
export const saveWebhookInput = z.object({ systemCode, version, clientId, url: address })

export const makeWebhookSecretInput = z.object({ systemCode })

export const endWebhookSecretInput = z.object({ systemCode, secretId: z.uuid() })

export const switchWebhookInput = z.object({ systemCode, version, to: z.enum(["active", "paused"]) })

export const sendAgainInput = z.object({ systemCode, position: z.coerce.number().int().min(1) })

/** What a client may ask for in its own name. */
export const setScopesInput = z.object({
  systemCode,
  clientId,
  version,
  scopes: z.array(z.enum(machineScopes)),
})

export const webhookInput = z.object({
  code: systemCode,
  state: z.enum(["waiting", "delivered", ""]).catch(""),
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
})
