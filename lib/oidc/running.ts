import "server-only"
import { randomUUID } from "node:crypto"
import type Provider from "oidc-provider"
import { providerDatabase } from "@/db/client"
import { listKeys } from "@/db/queries/oidc"
import { keyRing } from "@/lib/crypto/ring"
import { execute } from "@/lib/kernel/execute"
import { issuer } from "./issuer"
import { keepKeys } from "./keep-keys"
import { keyVersion, openKeySet } from "./key-set"
import { makeProvider } from "./provider"
import { keyAct, keyUses } from "./rules"
import { makeSandboxProvider } from "./sandbox/sandbox-provider"

/** Milliseconds after which a turn of the keys is noticed by every instance. */
const lookAgain = 5_000

type Callback = ReturnType<Provider["callback"]>

type Running = {
  readonly provider: Provider
  readonly callback: Callback
  /** The one for trying out. */
  readonly sandbox: { readonly provider: Provider; readonly callback: Callback }
  readonly version: string
  lookedAt: number
}

// Next loads this module once per bundle; one process must still have one provider.
const held = globalThis as { __dlaSsoProvider?: Promise<Running> | undefined }

/** The time that the running provider goes by. */
export const clock = () => new Date()

/** The provider, made at first use, and made anew when its keys have turned. */
export async function runningProvider(): Promise<Provider> {
  return (await running()).provider
}

/** The provider for trying out, with the same keys. */
export async function runningSandbox(): Promise<Provider> {
  return (await running()).sandbox.provider
}

/** Both with what answers a request. */
export async function running(): Promise<Running> {
  const known = await held.__dlaSsoProvider
  if (known && Date.now() - known.lookedAt < lookAgain) return known
  if (known) {
    known.lookedAt = Date.now()
    if (keyVersion(await listKeys(providerDatabase())) === known.version) return known
    held.__dlaSsoProvider = undefined
  }
  held.__dlaSsoProvider ??= start()
  try {
    return await held.__dlaSsoProvider
  } catch (error) {
    held.__dlaSsoProvider = undefined
    throw error
  }
}

async function start(): Promise<Running> {
  const db = providerDatabase()
  const now = new Date()
  const rows = await listKeys(db)
  if (keyUses.some((use) => keyAct(use, rows, now) === "make-active")) {
    const actor = { kind: "system", name: "oidc" } as const
    await execute(keepKeys, { db, actor, now, requestId: randomUUID() }, {})
  }
  const keys = await openKeySet(db, keyRing())
  const parts = { db, keys, issuer: issuer(), clock }
  const [provider, forTrying] = [makeProvider(parts), makeSandboxProvider(parts)]
  const sandbox = { provider: forTrying, callback: forTrying.callback() }
  return { provider, callback: provider.callback(), sandbox, version: keys.version, lookedAt: Date.now() }
}
