import { beforeAll, describe, expect, it } from "vitest"
import { makeUnitTree, type TreeCode, type TreeUnit } from "@/db/factories/unit-tree"
import { deskSteps, later } from "@/db/testing/desk-steps"
import { useTestDatabase } from "@/db/testing/use-test-database"
import type { AccountActor } from "@/lib/kernel/actor"
import { look } from "@/lib/kernel/execute"
import { getQueue } from "./get-queue"

const test = useTestDatabase()
const { admin, officer } = deskSteps(test)
let unit: Readonly<Record<TreeCode, TreeUnit>>
const readers = new Map<string, AccountActor>()

beforeAll(async () => {
  unit = await makeUnitTree(test().db)
  readers.set("officer", await officer())
  readers.set("province", await admin(unit["36"], "province"))
  readers.set("district", await admin(unit["4001"], "district"))
})

/** Fills the queue up to so many cases: both kinds, over all units, days apart, with their registrations. */
async function filled(count: number): Promise<void> {
  await test().owner`
    with u as (select id, row_number() over (order by code) - 1 as at, count(*) over () as of from units),
      made as (insert into cases (number, kind, subject_id, unit_id, title, state, submitted_at, waiting_since)
        select 'R-' || to_char(n / 10000, 'FM0000') || '-' || to_char(n % 10000, 'FM0000'), 'registration',
          gen_random_uuid(), u.id, 'นางปราณี ใจดี ' || n, 'waiting',
          ${later(-172_800)}::timestamptz + n * interval '1 second', ${later(-172_800)}::timestamptz
        from generate_series((select count(*)::int from cases), ${count - 1}::int) n join u on u.at = n % u.of
        returning *)
    insert into registrations (id, number, secret_hash, token_hash, state, locale, created_at, expires_at, unit_id,
        national_id_hash)
      select subject_id, number, '', decode(md5(number), 'hex'), 'submitted', 'th', now(), now(), unit_id,
        decode(md5(title), 'hex') from made`
  await test().owner`analyze cases`
  await test().owner`analyze registrations`
}

/** The quickest of many answers, in milliseconds: what the work takes, whatever else the machine does. */
async function quickest(actor: AccountActor, q: string): Promise<number> {
  const times: number[] = []
  for (let n = 0; n < 25; n += 1) {
    const from = performance.now()
    const answer = await look(getQueue, { db: test().db, actor, now: later(0), requestId: "test" }, { q })
    times.push(performance.now() - from)
    if (!answer.ok || answer.value.lines.length === 0) throw new Error("nothing in the queue")
  }
  return Math.min(...times)
}

describe("the queue with 10,000 cases that wait", () => {
  it("answers in at most twice the time that it takes with 100, whoever asks and for what", async () => {
    const asked = [...readers].flatMap(([who, actor]) =>
      ["", "is:waiting can:decide", "kind:registration older:1d"].flatMap((q) =>
        who === "officer" || q !== "is:waiting can:decide" ? [{ who, actor, q }] : [],
      ),
    )
    await filled(100)
    const few: number[] = []
    for (const { actor, q } of asked) few.push(await quickest(actor, q))
    await filled(10_000)
    const many: number[] = []
    for (const { actor, q } of asked) many.push(await quickest(actor, q))
    const told = asked.map(({ who, q }, at) => {
      const [a = 0, b = 0] = [few[at], many[at]]
      return { who, q, few: a.toFixed(1), many: b.toFixed(1), times: b / a }
    })
    for (const one of told) process.stdout.write(`${JSON.stringify(one)}\n`)
    expect(told.filter(({ times }) => times > 2)).toEqual([])
  }, 240_000)
})
