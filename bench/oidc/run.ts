import { type ChildProcess, spawn } from "node:child_process"
import { randomBytes } from "node:crypto"
import { freePort } from "../../bin/port.mjs"
import { gun, type Round, round } from "../load"
import { startProduct } from "../product"
import { asking, type BenchClient, firstSignIn, type Lane, signIn } from "./flow"
import { prepare } from "./people"

/** One of the three that are measured. */
type Side = { readonly run: () => Promise<Round>; readonly perSecond: number[]; readonly rest: () => void }

/** Sign-ins at once. */
const width = 8
/** Rounds before those that count: the compiler works at the code for its first thousand requests or so. */
const warmingUp = 3
/** What the portal's process and the provider's own have to reach of the bare one. */
const wanted = { portal: 0.35, own: 0.7 } as const

/**
 * `npm run bench -- oidc`: sign-ins at a system by people who are signed in at the portal (code, token, userinfo), by the
 * portal, by the provider in its own process, and by an oidc-provider in a process with nothing else, in turn. Ratios of
 * neighbouring rounds; 1 when their medians are less than wanted, or anything failed.
 */
export async function compareProviders(how: {
  readonly times: number
  readonly seconds: number
}): Promise<number> {
  const product = await startProduct()
  const begun: ChildProcess[] = []
  let undo = async () => {}
  try {
    const { client, cookies, ...made } = await prepare(width)
    undo = made.undo
    const own = await startOwn(product.origin, begun)
    const bareClient = { id: "bench", secret: randomBytes(32).toString("base64url") }
    const bare = await startBare(bareClient.secret, begun)
    const lanes = await signedIn(product.origin, client, cookies)
    const none = Array.from({ length: width }, () => "")
    const sides = {
      portal: sideOf(product.origin, lanes, how.seconds),
      own: sideOf(own, lanes, how.seconds),
      bare: sideOf(bare, await signedIn(bare, bareClient, none), how.seconds),
    }
    return await measure(sides, how.times)
  } finally {
    for (const child of begun) await ended(child)
    await undo()
    await product.stop()
  }
}

async function signedIn(
  origin: string,
  client: BenchClient,
  cookies: readonly string[],
): Promise<readonly Lane[]> {
  const { fire, rest } = gun(origin)
  const lanes: Lane[] = []
  for (const cookie of cookies) lanes.push(await firstSignIn({ ...asking(client), cookie }, fire))
  rest()
  return lanes
}

function sideOf(origin: string, lanes: readonly Lane[], seconds: number): Side {
  const { fire, rest } = gun(origin)
  const free = [...lanes]
  const once = async () => {
    const lane = free.pop()
    if (!lane) throw new Error("more sign-ins at once than people")
    await signIn(lane, fire).finally(() => free.push(lane))
  }
  return { run: () => round(width, seconds, once), perSecond: [], rest }
}

async function measure(sides: Record<"portal" | "own" | "bare", Side>, times: number): Promise<number> {
  const errors: string[] = []
  const all = Object.values(sides)
  for (let nth = 1 - warmingUp; nth <= times; nth += 1)
    for (const side of all) {
      const { perSecond, errors: wrong } = await side.run()
      errors.push(...wrong)
      if (nth > 0) side.perSecond.push(perSecond)
    }
  for (const { rest } of all) rest()
  let short = 0
  const heads = ["flows/s", "bare/s", "ratio", "spread", "wanted"]
  process.stdout.write(`${"".padEnd(46)}${heads.map((head) => head.padStart(12)).join("")}\n`)
  for (const [name, title] of [
    ["portal", "in the portal's process ÷ bare oidc-provider"],
    ["own", "in its own process ÷ bare oidc-provider"],
  ] as const) {
    const ratios = sides[name].perSecond.map((one, nth) => one / (sides.bare.perSecond[nth] ?? Number.NaN))
    if (!(median(ratios) >= wanted[name])) short += 1
    const figures = [median(sides[name].perSecond).toFixed(1), median(sides.bare.perSecond).toFixed(1)]
    const spread = `${Math.min(...ratios).toFixed(2)}–${Math.max(...ratios).toFixed(2)}`
    const cells = [...figures, median(ratios).toFixed(2), spread, `≥ ${wanted[name]}`]
    process.stdout.write(`${title.padEnd(46)}${cells.map((cell) => cell.padStart(12)).join("")}\n`)
  }
  process.stdout.write(`errors: ${errors.length}\n`)
  for (const error of new Set(errors)) process.stdout.write(`error: ${error}\n`)
  return short > 0 || errors.length > 0 ? 1 : 0
}

/** The provider's own process, as `npm run start:oidc` starts it, for the portal's origin. */
async function startOwn(origin: string, begun: ChildProcess[]): Promise<string> {
  const port = await freePort()
  const settings = [`PORT=${port}`, `ORIGIN=${origin}`, "LOG_LEVEL=warn"]
  begun.push(spawn("env", [...settings, process.execPath, "bin/start-oidc.mjs"], { stdio: "ignore" }))
  const own = `http://127.0.0.1:${port}`
  for (const until = Date.now() + 60_000; Date.now() < until; ) {
    if ((await fetch(`${own}/health/ready`).catch(() => undefined))?.ok) return own
    await new Promise((done) => setTimeout(done, 250))
  }
  throw new Error("the provider's own process was not ready within a minute")
}

async function startBare(secret: string, begun: ChildProcess[]): Promise<string> {
  const port = await freePort()
  const args = ["--import", "tsx", "bench/oidc/bare.ts", String(port), secret]
  const child = spawn(process.execPath, args, { stdio: ["ignore", "ignore", "inherit", "ipc"] })
  begun.push(child)
  await new Promise<void>((done, failed) => {
    child.once("message", () => done())
    child.once("exit", () => failed(new Error("the bare provider ended before it was ready")))
  })
  return `http://127.0.0.1:${port}`
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return
  const gone = new Promise((done) => child.once("exit", done))
  child.kill("SIGTERM")
  await gone
}

function median(list: readonly number[]): number {
  const sorted = list.toSorted((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN
}
