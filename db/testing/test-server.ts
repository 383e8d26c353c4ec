import { mkdtempSync, readdirSync, rmSync, statSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { type EmbeddedServer, startEmbedded } from "@/db/embedded/server"
import { countUsers } from "@/db/embedded/users"

const prefix = "dla-sso-test-"

/** A server that nobody needs after the run may lose its disk. */
const careless = { fsync: "off", synchronous_commit: "off", full_page_writes: "off" }

/** Starts a server in a temporary home, and clears away those that killed runs left behind. */
export async function testServer(): Promise<EmbeddedServer> {
  await sweep()
  const home = mkdtempSync(join(tmpdir(), prefix))
  const server = await startEmbedded({ home, extra: careless })
  return {
    ...server,
    stop: async () => {
      await server.stop()
      rmSync(home, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 })
    },
  }
}

async function sweep(): Promise<void> {
  for (const name of readdirSync(tmpdir()).filter((entry) => entry.startsWith(prefix))) {
    const home = join(tmpdir(), name)
    try {
      if (statSync(home).uid !== process.getuid?.() || countUsers(home) > 0) continue
      await (await startEmbedded({ home, extra: careless })).stop()
      if (countUsers(home) === 0)
        rmSync(home, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 })
    } catch {
      // Another run is just making it, or clears it away at this moment.
    }
  }
}
