import { randomInt } from "node:crypto"
import { gun, type Shot } from "./load"

// `npm run bench -- timing`: whether the time of an answer tells who has an account (OWASP ASVS 5.0 6.3.8). One request
// after the other over one kept connection, because a guesser would measure so; known and unknown in turn, so that
// whatever else the machine does falls on both.

/** A step that is asked once with somebody's name and once with nobody's. */
type Step = { readonly name: string; readonly shot: (username: string) => Shot }

const pairs = 400
const mostRounds = 3
const warmingUp = 20
const resamplings = 400
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
  {
    name: "recovery, asked for a code",
    shot: (username) => ({
      path: "/api/recover",
      form: { username },
      expects: { status: 303, location: "/recover/code" },
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
async function ask(
  step: Step,
  people: readonly number[],
  fire: (shot: Shot) => Promise<unknown>,
): Promise<Times> {
  const times: Times = { known: [], unknown: [] }
  const once = async (who: keyof Times, username: string) => {
    const began = performance.now()
    await fire(step.shot(username))
    times[who].push(performance.now() - began)
  }
  for (const person of people) {
    const asks = [
      () => once("known", nameOf(person)),
      () => once("unknown", nameOf(5_000_000 + randomInt(1_000_000))),
    ]
    for (const next of randomInt(2) === 0 ? asks : asks.reverse()) await next()
  }
  return times
}

/** Measures every step against a running portal with `people` invented accounts; 1 when one tells who has an account. */
export async function compareTimes(origin: string, people: number): Promise<number> {
  if (people < 2 * mostRounds * pairs) throw new Error("more people are needed: --accounts")
  const { fire, rest } = gun(origin)
  let told = 0
  for (const step of steps) {
    const drawn = draw(warmingUp + mostRounds * pairs, people)
    await ask(step, drawn.splice(0, warmingUp), fire)
    const times: Times = { known: [], unknown: [] }
    // A busy machine scatters the times so far that 400 pairs say nothing: then there are more, whatever they said.
    do {
      const more = await ask(step, drawn.splice(0, pairs), fire)
      times.known.push(...more.known)
      times.unknown.push(...more.unknown)
    } while (drawn.length > 0 && scatterOf(times) > limitOf(times))
    if (tellsApart(step.name, times)) told += 1
  }
  rest()
  return told > 0 ? 1 : 0
}

function tellsApart(name: string, times: Times): boolean {
  const [known, unknown] = [median(times.known), median(times.unknown)]
  const difference = known - unknown
  const isWithin = Math.abs(difference) <= limitOf(times)
  const share = ((Math.abs(difference) / unknown) * 100).toFixed(1)
  const limit = `limit ${most.share * 100} % or ${most.ms} ms`
  const lines = [
    `${name}: ${times.known.length} pairs in turn`,
    `  median known ${known.toFixed(2)} ms, unknown ${unknown.toFixed(2)} ms`,
    `  difference ${difference.toFixed(2)} ms (± ${scatterOf(times).toFixed(2)} by chance), ${share} % (${limit}): ${isWithin ? "within" : "BEYOND"}`,
  ]
  process.stdout.write(`${lines.join("\n")}\n`)
  return !isWithin
}

const limitOf = ({ unknown }: Times) => Math.max(most.ms, most.share * median(unknown))

/** By how many milliseconds the difference of the medians may be off by chance, 19 times of 20 (resampled). */
function scatterOf({ known, unknown }: Times): number {
  const again = (list: readonly number[]) => median(list.map(() => list[randomInt(list.length)] ?? 0))
  const differences = Array.from({ length: resamplings }, () => again(known) - again(unknown))
  const sorted = differences.toSorted((a, b) => a - b)
  const at = (share: number) => sorted[Math.floor(share * resamplings)] ?? Number.NaN
  return (at(0.975) - at(0.025)) / 2
}

function median(list: readonly number[]): number {
  const sorted = list.toSorted((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN
}
