import "server-only"
import { insertClient, lockClientSystem } from "@/db/queries/clients"
import { mayForAll } from "@/lib/access/may"
import { command } from "@/lib/kernel/command"
import { done, refused } from "@/lib/kernel/outcome"
import { makeSandboxInput } from "./client-schema"
import { hasOpenSandbox } from "./has-open-sandbox"
import { newClientId } from "./save-client"

/** Makes a system's client for trying out, ready for a program on the builder's own machine: invented users alone. */
export const makeSandbox = command({
  name: "clients.make-sandbox",
  input: makeSandboxInput,
  allow: mayForAll("systems.manage"),
  freshness: "step-up",
  async run({ tx, now, input: { systemCode } }) {
    const system = await lockClientSystem(tx, systemCode)
    if (!system) return refused("not-found")
    if (await hasOpenSandbox(tx, systemCode)) return refused("clients.sandbox-there")
    const id = newClientId(systemCode, true)
    await insertClient(tx, {
      id,
      systemCode,
      name: `${system.nameEn} (sandbox)`.slice(0, 100),
      isSandbox: true,
      authMethod: "client_secret_basic",
      redirectUris: ["http://127.0.0.1:8080/callback"],
      postLogoutRedirectUris: ["http://127.0.0.1:8080/"],
      scopes: ["openid", "profile", "email", "unit", "roles", "offline_access"],
      createdAt: now,
    })
    return done({ id }, { detail: { system: systemCode, client: id } })
  },
})
