import { closeClient, reopenClient } from "@/lib/clients/close-client"
import { makeSandbox } from "@/lib/clients/make-sandbox"
import { endSecret, makeSecret } from "@/lib/clients/make-secret"
import { changeClient, createClient } from "@/lib/clients/save-client"
import { tellAgain } from "@/lib/clients/tell-again"
import type { Actor } from "@/lib/kernel/actor"
import type { attempts } from "./attempt"

const id = "00000000-0000-4000-8000-000000000001"

/** Commands about clients of systems; the role `systems` alone has them. */
export const clientCommands = [
  "clients.create",
  "clients.change",
  "clients.close",
  "clients.reopen",
  "clients.make-secret",
  "clients.end-secret",
  "clients.make-sandbox",
  "clients.tell-again",
] as const

/** Who may what about them. */
export const clientCells: Record<string, readonly string[]> = Object.fromEntries(
  clientCommands.map((name) => [name, ["systems"]]),
)

/** A client as its form sends it. */
export const typedClient = {
  name: "A client",
  redirectUris: "https://rp.example/cb",
  postLogoutRedirectUris: "",
  backchannelLogoutUri: "",
  startUri: "",
  authMethod: "client_secret_basic",
  jwks: "",
  idTokenAlg: "RS256",
  scopes: ["profile", "roles"],
  nidReason: "",
  sector: "",
  isSandbox: false,
}

/** How each command about clients is tried, with an input that fits. */
export function clientTrials(
  attempt: ReturnType<typeof attempts>,
): Record<string, (actor: Actor) => Promise<string>> {
  const which = { clientId: "none", version: 1 }
  const noDay = { day: "", month: "", year: "" }
  return {
    "clients.create": (actor) => attempt(createClient, actor, { ...typedClient, systemCode: "NONE" }),
    "clients.change": (actor) => attempt(changeClient, actor, { ...typedClient, ...which }),
    "clients.close": (actor) => attempt(closeClient, actor, which),
    "clients.reopen": (actor) => attempt(reopenClient, actor, which),
    "clients.make-secret": (actor) =>
      attempt(makeSecret, actor, { clientId: "none", older: "now", endsOn: noDay }),
    "clients.end-secret": (actor) => attempt(endSecret, actor, { clientId: "none", secretId: id }),
    "clients.tell-again": (actor) => attempt(tellAgain, actor, { systemCode: "NONE" }),
    "clients.make-sandbox": (actor) => attempt(makeSandbox, actor, { systemCode: "NONE" }),
  }
}
