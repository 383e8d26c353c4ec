import type { Actor } from "@/lib/kernel/actor"
import { endWebhookSecret, makeWebhookSecret } from "@/lib/webhooks/make-webhook-secret"
import { saveWebhook } from "@/lib/webhooks/save-webhook"
import { setScopes } from "@/lib/webhooks/set-scopes"
import { sendAgain, switchWebhook } from "@/lib/webhooks/switch-webhook"
import type { attempts } from "./attempt"

/** Commands about programs of systems; the role `systems` alone has them. */
export const webhookCommands = [
  "webhooks.save",
  "webhooks.make-secret",
  "webhooks.end-secret",
  "webhooks.switch",
  "webhooks.send-again",
  "webhooks.set-scopes",
] as const

/** Who may what about them. */
export const webhookCells: Record<string, readonly string[]> = Object.fromEntries(
  webhookCommands.map((name) => [name, ["systems"]]),
)

/** How each command about programs of systems is tried, with an input that fits. */
export function webhookTrials(
  attempt: ReturnType<typeof attempts>,
): Record<string, (actor: Actor) => Promise<string>> {
  const which = { systemCode: "NONE" }
  const secretId = "00000000-0000-4000-8000-000000000001"
  return {
    "webhooks.save": (actor) =>
      attempt(saveWebhook, actor, { ...which, version: 0, clientId: "none", url: "https://rp.example/hook" }),
    "webhooks.make-secret": (actor) => attempt(makeWebhookSecret, actor, which),
    "webhooks.end-secret": (actor) => attempt(endWebhookSecret, actor, { ...which, secretId }),
    "webhooks.switch": (actor) => attempt(switchWebhook, actor, { ...which, version: 1, to: "paused" }),
    "webhooks.send-again": (actor) => attempt(sendAgain, actor, { ...which, position: 1 }),
    "webhooks.set-scopes": (actor) =>
      attempt(setScopes, actor, { ...which, clientId: "none", version: 1, scopes: ["directory.read"] }),
  }
}
