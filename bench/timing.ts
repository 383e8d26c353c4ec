import { randomInt } from "node:crypto"
import { gun, type Shot } from "./load"

// `npm run bench -- timing`: whether the time of an answer tells who has an account (OWASP ASVS 5.0 6.3.8). One request
// after the other over one kept connection, because a guesser would measure so; known and unknown in turn, so that
// whatever else the machine does falls on both.

/** A step that is asked once with somebody's name and once with nobody's. */
type Step = { readonly name: string; readonly shot: (username: string) => Shot }

const pairs = 400
const warmingUp = 20
/** The medians may differ by this share or by so many milliseconds, whichever is more. */
const most = { share: 0.05, ms: 2 }

const steps: readonly Step[] = [
  {
    name: "password step, wrong password",
    shot: (username) => ({
      path: "/api/login/password",
      form: { username, password: "ไม่ใช่รหัสผ่านของใครเลย" },
      expects: { status: 303, location: "/login?refused=signin.wrong" },
    }),
  },
]

const nameOf = (person: number) => `s${String(person).padStart(7, "0")}`

/** So many different people: a name that fails five times a day has to wait and costs nothing. */
function draw(count: number, people: number): number[] {
  const drawn = new Set<number>()
  while (drawn.size < count) drawn.add(randomInt(1, people + 1))
  return [...drawn]
}

type Times = { readonly known: number[]; readonly unknown: number[] }

/** Asks with the names in turn, by lot who is first of each pair, and notes how long each answer took. */
async function timesOf(step: Step, people: number, fire: (shot: Shot) => Promise<void>): Promise<Times> {
  const times: Times = { known: [], unknown: [] }
  const ask = async (who: keyof Times, username: string) => {
    const began = performance.now()
    await fire(step.shot(username))
    times[who].push(performance.now() - began)
  }
  for (const person of draw(pairs + warmingUp, people)) {
    const asks = [
      () => ask("known", nameOf(person)),
      () => ask("unknown", nameOf(5_000_000 + randomInt(1_000_000))),
    ]
    for (const next of randomInt(2) === 0 ? asks : asks.reverse()) await next()
  }
  return { known: times.known.slice(warmingUp), unknown: times.unknown.slice(warmingUp) }
}

/** Measures every step against a running portal with `people` invented accounts; 1 when one tells who has an account. */
export async function compareTimes(origin: string, people: number): Promise<number> {
  if (people < 2 * (pairs + warmingUp)) throw new Error("more people are needed: --accounts")
  const { fire, rest } = gun(origin, 1)
  let told = 0
  for (const step of steps) if (tellsApart(step.name, await timesOf(step, people, fire))) told += 1
  rest()
  return told > 0 ? 1 : 0
}

function tellsApart(name: string, times: Times): boolean {
  const [known, unknown] = [median(times.known), median(times.unknown)]
  const difference = known - unknown
  const share = Math.abs(difference) / unknown
  const isWithin = share <= most.share || Math.abs(difference) <= most.ms
  const lines = [
    `${name}: ${times.known.length} pairs in turn`,
    `  median known ${known.toFixed(2)} ms, unknown ${unknown.toFixed(2)} ms`,
    `  difference ${difference.toFixed(2)} ms, ${(share * 100).toFixed(1)} % (limit ${most.share * 100} % or ${most.ms} ms): ${isWithin ? "within" : "BEYOND"}`,
  ]
  process.stdout.write(`${lines.join("\n")}\n`)
  return !isWithin
}

function median(list: readonly number[]): number {
  const sorted = list.toSorted((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN
}
