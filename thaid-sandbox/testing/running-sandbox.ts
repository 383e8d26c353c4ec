import { type ChildProcess, spawn } from "node:child_process"
import { once } from "node:events"
import { dirname } from "node:path"
import { fileURLToPath } from "node:url"
import { scopes } from "../scopes"

/** A client that may ask for everything, and one that may ask for little. Secrets look as issued ones do. */
export const wide = {
  clientId: "d2lkZS1jbGllbnQ=",
  clientSecret: "c2VjcmV0+of/the=wide:one==",
  name: "ระบบกว้าง",
  redirectUris: ["http://127.0.0.1:1/api/thaid/callback", "https://sso.example/api/thaid/callback"],
  scopes: [...scopes],
  apiKey: "key-of-wide",
}
export const narrow = {
  clientId: "narrow",
  clientSecret: "narrow-secret",
  name: "ระบบแคบ",
  redirectUris: ["http://127.0.0.1:1/narrow"],
  scopes: ["openid", "pid", "given_name"],
}

/** The first of the sandbox's own persons. */
export const stranger = "8999999000018"

/** A sandbox that runs as a process of its own on a free port. */
export type RunningSandbox = { readonly origin: string; readonly stop: () => Promise<void> }

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))))

/** Starts the real process with the two clients; `settings` are added to its environment. */
export async function startSandbox(settings: Readonly<Record<string, string>> = {}): Promise<RunningSandbox> {
  const child = spawnSandbox({
    THAID_SANDBOX_TEST: "1",
    THAID_SANDBOX_CLIENTS: JSON.stringify([wide, narrow]),
    ...settings,
  })
  const [told] = await Promise.race([
    once(child, "message"),
    once(child, "exit").then(([code]) => Promise.reject(new Error(`the sandbox ended with ${code}`))),
  ])
  return {
    origin: (told as { origin: string }).origin,
    stop: async () => {
      const gone = once(child, "exit")
      child.kill("SIGTERM")
      await gone
    },
  }
}

/** The bare process, whatever becomes of it. */
export function spawnSandbox(environment: Readonly<Record<string, string>>): ChildProcess {
  return spawn(process.execPath, ["--import", "tsx", "thaid-sandbox/run.ts"], {
    cwd: root,
    // Nothing of the test's own environment: a sandbox must need nothing of the portal's.
    env: { NODE_ENV: "test", ...environment },
    stdio: ["ignore", "ignore", "pipe", "ipc"],
  })
}
