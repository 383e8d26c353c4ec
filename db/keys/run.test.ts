import { type ChildProcess, spawn } from "node:child_process"
import { randomUUID } from "node:crypto"
import { once } from "node:events"
import { join, resolve } from "node:path"
import { expect, it, vi } from "vitest"
import { inventedNationalId, makeAccount } from "@/db/factories/account"
import { persons } from "@/db/schema/identity"
import { rings, ringTexts } from "@/db/testing/rings"
import { useTestDatabase } from "@/db/testing/use-test-database"
import type { KeyRing } from "@/lib/crypto/key-ring"
import { keyedHash } from "@/lib/crypto/keyed-hash"
import { seal, sealedBy } from "@/lib/crypto/seal"
import { nationalIdPlace } from "@/lib/identity/places"
import { visitor } from "@/lib/kernel/actor"
import { execute } from "@/lib/kernel/execute"
import { startSignIn } from "@/lib/signin/start-sign-in"

const used = vi.hoisted(() => ({ ring: undefined as KeyRing | undefined }))
vi.mock("@/lib/crypto/ring", () => ({ keyRing: () => used.ring }))

const database = useTestDatabase()
const root = resolve(import.meta.dirname, "../..")

/** The script as `npm run keys:rotate` runs it, with all that it prints. */
function script(ring: string): { readonly child: ChildProcess; readonly printed: () => string } {
  let text = ""
  const child = spawn(process.execPath, ["--import", "tsx", "db/keys/run.ts"], {
    cwd: root,
    env: {
      NODE_ENV: "test",
      KEY_RING: ring,
      DATABASE_URL: database().portalUrl,
      TSX_TSCONFIG_PATH: join(root, "tsconfig.scripts.json"),
    },
  })
  for (const stream of [child.stdout, child.stderr])
    stream.on("data", (chunk: Buffer) => {
      text += chunk.toString()
    })
  return { child, printed: () => text }
}

async function run(ring: string) {
  const { child, printed } = script(ring)
  const [status] = await once(child, "close")
  return { status, printed: printed() }
}

const waiting =
  "select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'"

/** Runs the script until it waits for a row that somebody else holds, and kills it there. */
async function killedAt(rowId: string, ring: string): Promise<void> {
  await database().owner.begin(async (tx) => {
    await tx`select 1 from persons where id = ${rowId} for update`
    const { child } = script(ring)
    const closed = once(child, "close")
    try {
      // Asked outside the transaction, where the answer is a new one each time.
      await vi.waitFor(async () => expect(await database().owner.unsafe(waiting)).toHaveLength(1), {
        timeout: 20_000,
        interval: 50,
      })
    } finally {
      child.kill("SIGKILL")
    }
    expect((await closed)[1]).toBe("SIGKILL")
  })
}

const byKey = async () =>
  Object.fromEntries(
    await database().owner<
      { id: string; sealed: Buffer }[]
    >`select id, national_id_sealed as sealed from persons`.then((rows) =>
      rows.map((row) => [row.id, sealedBy(row.sealed)]),
    ),
  )

type Account = Awaited<ReturnType<typeof makeAccount>>

async function signsIn(account: Account, ring: KeyRing): Promise<boolean> {
  used.ring = ring
  const result = await execute(
    startSignIn,
    { db: database().db, actor: visitor, now: new Date(), requestId: "test" },
    {
      username: account.nationalId,
      password: account.password,
      sharedComputer: false,
      locale: "th",
      browser: { address: null, userAgent: "test" },
    },
  )
  return result.ok
}

it("people sign in before, amid and after a rotation that is killed in its middle and run again", async () => {
  used.ring = rings.before
  const [firstId, lastId] = ["00000000-0000-4000-8000-00000000000a", "ffffffff-ffff-4fff-bfff-fffffffffffa"]
  const [first, last] = [
    await makeAccount(database().db, { personId: firstId }),
    await makeAccount(database().db, { personId: lastId }),
  ]
  const others = Array.from({ length: 1500 }, () => {
    const [id, nationalId] = [randomUUID(), inventedNationalId()]
    return {
      id,
      nationalIdSealed: seal(rings.before, nationalIdPlace(id), nationalId),
      nationalIdHash: keyedHash(rings.before, "national-id", nationalId),
      givenNameTh: "ทดสอบ",
      familyNameTh: "ระบบ",
    }
  })
  await database().db.insert(persons).values(others)
  const everyone = async (ring: KeyRing) => [await signsIn(first, ring), await signsIn(last, ring)]
  expect(await everyone(rings.before)).toEqual([true, true])

  await killedAt(lastId, ringTexts.during)
  const halfway = await byKey()
  expect([halfway[firstId], halfway[lastId]]).toEqual(["k2", "k1"])
  expect(Object.values(halfway).filter((key) => key === "k2")).toHaveLength(1000)
  expect(await everyone(rings.during)).toEqual([true, true])
  expect(await everyone(rings.after)).toEqual([true, false])

  const again = await run(ringTexts.during)
  expect(again.printed).toContain(
    "persons.national_id_sealed: 1502 looked at, 502 re-sealed, 1000 unchanged\n",
  )
  expect(again.printed).toContain("persons.national_id_hash: 1502 looked at, 502 re-hashed, 1000 unchanged\n")
  expect(again.printed).toContain("outbox_mails.props_sealed: 5 looked at, ")
  expect(again.status).toBe(0)
  expect(await everyone(rings.after)).toEqual([true, true])

  const later = await run(ringTexts.after)
  expect(later.status).toBe(0)
  expect(later.printed).toContain("active key k2; others in the ring: none\n")
  for (const text of [again.printed, later.printed]) expect(text).not.toMatch(/\d{13}|[A-Za-z0-9+/]{40}/)
}, 60_000)

it("a rotation with a ring that lost the key changes nothing, says which key, and ends with 1", async () => {
  const before = await byKey()
  const { status, printed } = await run(ringTexts.lost)
  expect(status).toBe(1)
  expect(printed).toMatch(
    /LEFT {2}persons\.national_id_sealed: \d+ under key k2, which KEY_RING lacks; put it back/,
  )
  expect(await byKey()).toEqual(before)
})
