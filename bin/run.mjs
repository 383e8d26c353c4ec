import { readFileSync } from "node:fs"
import { join } from "node:path"
import { tsImport } from "tsx/esm/api"
import { ensureBuild } from "./build.mjs"
import { Crew } from "./crew.mjs"
import { infoSample } from "./info.mjs"
import { root } from "./root.mjs"
import { giveUp, say } from "./say.mjs"
import { thaidSandbox } from "./thaid-sandbox.mjs"

/**
 * `npm` is the process of the npm that started this one, if any did.
 *
 * @typedef {{ mode: "demo" | "production", isDev: boolean, host: string, port: number, home: string, npm: number | undefined }} Wanted
 */

/** Imports TypeScript as scripts see it (`server-only` is empty there). */
export const typescript = (/** @type {string} */ path) =>
  tsImport(path, { parentURL: import.meta.url, tsconfig: join(root, "tsconfig.scripts.json") })

const node = (/** @type {string} */ script) => ["--import", "tsx", script]

/**
 * Brings the portal up and keeps it up until it is told to stop.
 *
 * @param {Wanted} wanted
 */
export async function run({ mode, isDev, host, port, home, npm }) {
  await refuseIncomplete(mode)
  if (!isDev) await ensureBuild()
  const crew = new Crew()
  const end = endOf(crew, npm)
  const env = await database(mode, home, end)
  Object.assign(env, {
    APP_MODE: mode,
    DLA_SSO_HOME: home,
    PORT: String(port),
    NODE_ENV: isDev ? "development" : "production",
    NEXT_TELEMETRY_DISABLED: "1",
    TSX_TSCONFIG_PATH: join(root, "tsconfig.scripts.json"),
  })
  if (mode === "demo") Object.assign(env, { ORIGIN: process.env.ORIGIN || `http://127.0.0.1:${port}` })
  env.AUDIT_HEAD_FILE ||= join(home, "audit-heads.log")
  const info = mode === "demo" ? await knowInfo(env, home) : undefined
  if ((await crew.once(node("db/prepare.ts"), env)) !== 0) return end.with(1)
  // The owner's key is for preparing alone; the portal and its jobs never hold it.
  const portal = { ...env, DATABASE_OWNER_URL: "" }
  if (mode === "demo") {
    await startMailbox(crew, portal, home)
    await startThaidSandbox(crew, portal, home)
  }
  if (info) await startInfo(crew, info)
  crew.keep("the jobs process", node("lib/jobs/run.ts"), portal)
  const next = [
    join(root, "node_modules", "next", "dist", "bin", "next"),
    isDev ? "dev" : "start",
    "-H",
    host,
    "-p",
    String(port),
  ]
  crew.need(
    [...roomForTheYoung, "--import", join(root, "bin", "end-with-starter.mjs"), ...next],
    portal,
    (how) => {
      say(`the web server ended (${how}); stopping the rest`)
      void end.with(1)
    },
  )
  await answering(`http://${host === "0.0.0.0" ? "127.0.0.1" : host}:${port}/api/health/live`)
  announce(portal, mode, home)
}

/**
 * V8 collects the young generation each time that 16 MB are full, which rendering fills every few dozen pages; with
 * more room most of it is dead by then and costs nothing.
 */
const roomForTheYoung = ["--max-semi-space-size=64"]

/** @typedef {{ with: (code: number) => Promise<void>, also: (stop: () => Promise<void>) => void, isEnding: () => boolean }} End */

/**
 * The environment with the database in it, which the end will stop.
 *
 * @param {Wanted["mode"]} mode
 * @param {string} home
 * @param {End} end
 */
async function database(mode, home, end) {
  try {
    const { env, stop } = mode === "demo" && !process.env.DATABASE_URL ? await embedded(home) : given()
    end.also(stop)
    return env
  } catch (error) {
    end.also(async () => {})
    // Ctrl-C reaches the programs that make and start the database as well, and we hear of their end first.
    await new Promise((resolve) => setTimeout(resolve, 100))
    if (end.isEnding()) return await new Promise(() => {})
    giveUp(error instanceof Error ? error.message : String(error))
  }
}

/**
 * One end for all: signals and the web server's death come here; a signal while the database starts waits for it.
 *
 * @param {Crew} crew
 * @param {number | undefined} npm
 * @returns {End}
 */
function endOf(crew, npm) {
  /** @type {((stop: () => Promise<void>) => void) | undefined} */
  let known
  /** @type {Promise<() => Promise<void>>} */
  const stopping = new Promise((resolve) => {
    known = resolve
  })
  let ending = false
  const end = async (/** @type {number} */ code) => {
    if (ending) return
    ending = true
    say("stopping")
    await crew.end()
    await (await stopping)()
    say("stopped")
    process.exit(code)
  }
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => void end(0))
  // With the terminal gone, what is said can't be written; that must not keep the database from being stopped.
  for (const stream of [process.stdout, process.stderr]) stream.on("error", () => {})
  endWithNpm(npm, () => void end(0))
  return { with: end, also: (stop) => known?.(stop), isEnding: () => ending }
}

/**
 * Started by npm, the portal ends when npm is gone: killed outright it passes no signal on, and nobody would know what
 * still holds the port.
 *
 * @param {number | undefined} npm
 * @param {() => void} end
 */
function endWithNpm(npm, end) {
  if (npm === undefined) return
  setInterval(() => process.ppid === npm || end(), 1000).unref()
}

/** @param {string} mode */
async function refuseIncomplete(mode) {
  const problems = await typescript("../lib/env.ts").then(
    ({ startProblems }) => startProblems({ ...process.env, APP_MODE: mode }),
    // A malformed value stops the module itself, which then brings the whole list.
    (error) => error.problems ?? [String(error)],
  )
  if (problems.length > 0) {
    const name = mode === "production" ? "Production" : "The demonstration"
    giveUp(
      `${name} can't start. Missing or wrong:\n${problems.map((/** @type {string} */ p) => `  - ${p}`).join("\n")}`,
    )
  }
}

/**
 * Starts or joins the demonstration's own database, and says how to reach it.
 *
 * @param {string} home
 */
export async function embedded(home) {
  say("starting the database")
  const { startEmbedded } = await typescript("../db/embedded/server.ts")
  const { homeSecrets } = await typescript("../db/embedded/secrets.ts")
  const secrets = await homeSecrets(home)
  const server = await startEmbedded({ home })
  say(`database ready on 127.0.0.1:${server.port}`)
  const env = {
    ...process.env,
    DATABASE_URL: server.portalUrl,
    DATABASE_OWNER_URL: server.ownerUrl,
    KEY_RING: process.env.KEY_RING || secrets.keyRing,
    SESSION_SECRET: process.env.SESSION_SECRET || secrets.sessionSecret,
  }
  return { env: /** @type {NodeJS.ProcessEnv} */ (env), stop: () => server.stop() }
}

/** The database that the environment names. */
export function given() {
  const env = { ...process.env }
  env.DATABASE_OWNER_URL ||= env.DATABASE_URL
  return { env, stop: async () => {} }
}

/**
 * @param {Crew} crew
 * @param {NodeJS.ProcessEnv} env
 * @param {string} home
 */
async function startMailbox(crew, env, home) {
  env.MAILBOX_DIR ||= join(home, "mailbox")
  const { freePort } = await import("./port.mjs")
  // The port is chosen once, so that a mailbox started again listens where the jobs send.
  env.MAILBOX_SMTP_PORT ||= String(await freePort())
  env.SMTP_URL = `smtp://127.0.0.1:${env.MAILBOX_SMTP_PORT}`
  crew.keep("the demonstration mailbox", node("lib/mail/mailbox/run.ts"), env)
}

/**
 * @param {Crew} crew
 * @param {NodeJS.ProcessEnv} env
 * @param {string} home
 */
async function startThaidSandbox(crew, env, home) {
  const { homeSecrets } = await typescript("../db/embedded/secrets.ts")
  const { thaidClientSecret: secret } = await homeSecrets(home)
  const pair = await thaidSandbox(env, { home, secret })
  if (!pair) return
  Object.assign(env, pair.portal)
  crew.keep("the ThaiID stand-in", node("thaid-sandbox/run.ts"), pair.sandbox)
}

/**
 * The sample system of a demonstration, made known to the portal before that prepares its database.
 *
 * @param {NodeJS.ProcessEnv} env
 * @param {string} home
 */
async function knowInfo(env, home) {
  const { homeSecrets } = await typescript("../db/embedded/secrets.ts")
  const sample = await infoSample(env, await homeSecrets(home))
  Object.assign(env, sample.portal)
  return sample
}

/**
 * @param {Crew} crew
 * @param {Awaited<ReturnType<typeof infoSample>>} sample
 */
async function startInfo(crew, { preparing, info }) {
  if ((await crew.once(node("examples/info/prepare.ts"), preparing)) === 0)
    crew.keep("INFO, the sample system", node("examples/info/run.ts"), info)
  else say("INFO, the sample system, can't make its schema in this database; the portal runs without it")
}

/** @param {string} url */
async function answering(url) {
  for (let tries = 0; tries < 600; tries++) {
    const answer = await fetch(url).catch(() => undefined)
    if (answer?.ok) return
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  say("the web server does not answer yet; it may still come up")
}

/**
 * @param {NodeJS.ProcessEnv} env
 * @param {string} mode
 * @param {string} home
 */
function announce(env, mode, home) {
  say("ready")
  console.log(`\n  The portal        ${env.ORIGIN}`)
  if (mode === "demo") {
    const cast = JSON.parse(readFileSync(join(home, "cast-cards.json"), "utf8"))
    console.log(`  The mailbox       ${env.ORIGIN}/dev/mailbox   (codes by e-mail arrive here)`)
    const simulated = env.THAID_SANDBOX_ORIGIN
    if (simulated) console.log(`  ThaiID, simulated ${simulated}/sandbox/   (who waits, and faults)`)
    if (env.INFO_ORIGIN)
      console.log(`  INFO, the sample  ${env.INFO_ORIGIN}   (a system that signs in by the portal)`)
    console.log("\n  Invented people to sign in as (user name · password · who it is · unit):")
    for (const card of cast) {
      const password = card.password ?? "(refused at the door)"
      console.log(`  ${card.username.padEnd(18)} ${password.padEnd(38)} ${card.power} · ${card.unitCode}`)
    }
  }
  console.log("\n  Ctrl-C stops it.\n")
}
