import type { Server } from "node:http"
import postgres from "postgres"
import { Portal } from "./portal"
import { newServer } from "./server"
import { Sessions } from "./sessions"
import type { Settings } from "./settings"

/** A running INFO. */
export type RunningInfo = { readonly server: Server; readonly stop: () => Promise<void> }

/** Starts INFO; it listens once the promise is kept. */
export async function startInfo(settings: Settings): Promise<RunningInfo> {
  const sql = postgres(settings.databaseUrl, { max: 4, onnotice: () => {} })
  const sessions = new Sessions(sql, settings.key)
  const server = newServer({ settings, sql, portal: new Portal(settings), sessions })
  const purging = setInterval(() => {
    sessions.purge(new Date()).catch(() => {})
  }, 10 * 60_000)
  await new Promise<void>((done, fail) => {
    server.once("error", fail)
    server.listen(settings.port, settings.host, done)
  })
  const stop = async () => {
    clearInterval(purging)
    server.closeAllConnections()
    await new Promise((done) => server.close(done))
    await sql.end({ timeout: 2 })
  }
  return { server, stop }
}
