import { availableParallelism } from "node:os"
import { parseArgs } from "node:util"
import { verify } from "@node-rs/argon2"
import postgres from "postgres"
import { keptPasswords } from "@/db/seed/passwords"
import { parseKeyRing } from "@/lib/crypto/key-ring"
import { env, required } from "@/lib/env"
import { gun, type Round, round, type Shot } from "./load"
import { compareProviders } from "./oidc/run"
import { fill, startProduct } from "./product"
import { compareScales } from "./scale/run"
import { compareTimes } from "./timing"

// `npm run bench`: what the portal adds to what must be paid anyway. Ratios of neighbouring rounds of one run, because
// absolute figures say more about the machine than about the portal. Only errors fail it.
type Side = () => Promise<Round>
type Pair = { readonly name: string; readonly wanted: number; readonly portal: Side; readonly bare: Side }

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    accounts: { type: "string", default: "6000" },
    rounds: { type: "string", default: "5" },
    seconds: { type: "string", default: "5" },
    runs: { type: "string", default: "200" },
  },
})
const [accounts, rounds, seconds] = [values.accounts, values.rounds, values.seconds].map(Number)
const width = 8
/** Pairs of rounds before those that count. */
const warmingUp = 3
const names = ["บางรัก", "หนองบัว", "ท่าช้าง", "เชียงใหม่", "บ้านใหม่", "โคกสูง", "ปากน้ำ", "ดอนเมือง"]

async function storedHash(): Promise<string> {
  const client = postgres(required("DATABASE_URL"), { max: 1 })
  const rows = await client<{ hash: string }[]>`
    select password_hash as hash from accounts where username_key = 's0000001'`.finally(() => client.end())
  if (!rows[0]) throw new Error("there are no invented people")
  return rows[0].hash
}

function pairs(origin: string, hash: string, password: string, people: number, length: number) {
  const { fire, rest } = gun(origin)
  const fired = async (shot: Shot): Promise<void> => void (await fire(shot))
  let person = 0
  let name = 0
  const signIn = () => {
    // One sign-in for each: a second one would meet the limit of mails per account.
    if (person >= people) throw new Error("more people are needed: --accounts")
    person += 1
    const form = { username: `s${String(person).padStart(7, "0")}`, password }
    return fired({ path: "/api/login/password", form, expects: { status: 303, location: "/login/otp" } })
  }
  const lookUp = () => {
    name += 1
    const q = encodeURIComponent(names[name % names.length] ?? "")
    return fired({ path: `/admins?q=${q}`, expects: { status: 200 } })
  }
  const hashOnce = async () => {
    if (!(await verify(hash, password))) throw new Error("the kept password is not the stored one")
  }
  const all: Pair[] = [
    {
      name: "password step ÷ bare argon2id verification",
      wanted: 0.55,
      portal: () => round(width, length, signIn),
      bare: () => round(Math.max(2, availableParallelism()), length, hashOnce),
    },
    {
      name: "unit lookup ÷ bare dynamic page",
      wanted: 0.7,
      portal: () => round(width, length, lookUp),
      bare: () => round(width, length, () => fired({ path: "/dev/bare", expects: { status: 200 } })),
    },
  ]
  return { all, rest }
}

function median(list: readonly number[]): number {
  const sorted = list.toSorted((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN
}

async function measure(pair: Pair, times: number): Promise<readonly string[]> {
  const [ratios, portal, bare]: [number[], number[], number[]] = [[], [], []]
  const errors: string[] = []
  // The first rounds only warm up: the compiler works at the portal's code for its first thousand requests or so. Their
  // errors count all the same.
  for (let nth = 1 - warmingUp; nth <= times; nth += 1) {
    const [a, b] = [await pair.portal(), await pair.bare()]
    errors.push(...a.errors, ...b.errors)
    if (nth < 1) continue
    ratios.push(a.perSecond / b.perSecond)
    portal.push(a.perSecond)
    bare.push(b.perSecond)
  }
  const figures = [median(portal).toFixed(1), median(bare).toFixed(1), median(ratios).toFixed(2)]
  const spread = `${Math.min(...ratios).toFixed(2)}–${Math.max(...ratios).toFixed(2)}`
  const cells = [...figures, spread, `≥ ${pair.wanted}`, String(errors.length)]
  process.stdout.write(`${pair.name.padEnd(46)}${cells.map((cell) => cell.padStart(11)).join("")}\n`)
  return errors
}

async function run(people: number, times: number, length: number): Promise<number> {
  const product = await startProduct()
  try {
    await fill(people)
    const { password = "" } = keptPasswords(env.DLA_SSO_HOME, "synthetic.json", ["password"])
    const { all, rest } = pairs(product.origin, await storedHash(), password, people, length)
    const heads = ["portal/s", "bare/s", "ratio", "spread", "wanted", "errors"]
    process.stdout.write(`${"".padEnd(46)}${heads.map((head) => head.padStart(11)).join("")}\n`)
    const errors: string[] = []
    for (const pair of all) errors.push(...(await measure(pair, times)))
    rest()
    for (const error of new Set(errors)) process.stdout.write(`error: ${error}\n`)
    return errors.length > 0 ? 1 : 0
  } finally {
    await product.stop()
  }
}

async function runTiming(people: number): Promise<number> {
  const product = await startProduct()
  try {
    await fill(people)
    return await compareTimes(product.origin, people)
  } finally {
    await product.stop()
  }
}

if (positionals[0] === "timing") {
  process.exitCode = await runTiming(accounts ?? 6000)
} else if (positionals[0] === "scale") {
  process.exitCode = await compareScales(
    env.DLA_SSO_HOME,
    parseKeyRing(required("KEY_RING")),
    Number(values.runs),
  )
} else if (positionals[0] === "oidc") {
  process.exitCode = await compareProviders({ times: rounds ?? 5, seconds: seconds ?? 5 })
} else if (positionals.length > 0) {
  process.stdout.write(`There is no bench of the name ${positionals[0]}.\n`)
  process.exitCode = 1
} else {
  process.exitCode = await run(accounts ?? 6000, rounds ?? 5, seconds ?? 5)
}
