import { randomUUID } from "node:crypto"
import { beforeEach, describe, expect, it, vi } from "vitest"
import { inventedNationalId, makeAccount } from "@/db/factories/account"
import { makeOrder } from "@/db/factories/order"
import { makeRegistration } from "@/db/factories/registration"
import { makeUnitTree } from "@/db/factories/unit-tree"
import { findCredential } from "@/db/queries/signin-credentials"
import { accounts, persons } from "@/db/schema/identity"
import { rings } from "@/db/testing/rings"
import { useTestDatabase } from "@/db/testing/use-test-database"
import type { KeyRing } from "@/lib/crypto/key-ring"
import { keyedHash } from "@/lib/crypto/keyed-hash"
import { open, seal, sealedBy } from "@/lib/crypto/seal"
import { nationalIdPlace } from "@/lib/identity/places"
import { enqueueMail } from "@/lib/mail/enqueue"
import { mailPlace } from "@/lib/mail/place"
import { credentialKey } from "@/lib/signin/throttle-keys"
import { listMissingKeys } from "./missing-keys"
import { reportLines } from "./report"
import { isComplete, rotateKeys } from "./rotate-keys"
import { sealedColumns } from "./sealed-columns"

const used = vi.hoisted(() => ({ ring: undefined as KeyRing | undefined }))
vi.mock("@/lib/crypto/ring", () => ({ keyRing: () => used.ring }))

const database = useTestDatabase()
const now = new Date("2026-11-21T01:30:00Z")
const hour = 3_600_000
const rotate = (ring: KeyRing, at = now) =>
  rotateKeys(database().db, ring, { clock: () => at, onProgress: () => {} })

function person(ring: KeyRing, nationalId = inventedNationalId(), id: string = randomUUID()) {
  return {
    id,
    nationalIdSealed: seal(ring, nationalIdPlace(id), nationalId),
    nationalIdHash: keyedHash(ring, "national-id", nationalId),
    givenNameTh: "ทดสอบ",
    familyNameTh: "ระบบ",
  }
}

async function addMail(): Promise<string> {
  const mail = {
    template: "new-device",
    locale: "th",
    to: "a@test.example",
    props: { at: now.toISOString() },
  } as const
  return (await database().db.transaction((tx) => enqueueMail(tx, { ...mail, now }))).mailId
}

const sealedMail = async (id: string): Promise<Buffer> =>
  (await database().owner`select props_sealed from outbox_mails where id = ${id}`)[0]?.props_sealed

const countsOf = (rotation: Awaited<ReturnType<typeof rotate>>) =>
  rotation.columns.map(({ counts }) => counts)

beforeEach(async () => {
  used.ring = rings.before
  await database().owner`truncate persons, outbox_mails, audit_events cascade`
})

describe("a rotation", () => {
  it("seals numbers and waiting mail anew, hashes numbers anew, and finds nothing to do the second time", async () => {
    const account = await makeAccount(database().db)
    const mailId = await addMail()
    const first = await rotate(rings.during)
    expect(countsOf(first).slice(0, 2)).toMatchObject([
      { lookedAt: 1, resealed: 1, rehashed: 1 },
      { lookedAt: 1, resealed: 1, rehashed: 0 },
    ])
    const [row] = await database().owner`select * from persons`
    expect(open(rings.after, nationalIdPlace(account.personId), row?.national_id_sealed)).toBe(
      account.nationalId,
    )
    expect(row?.national_id_hash).toEqual(keyedHash(rings.after, "national-id", account.nationalId))
    expect(open(rings.after, mailPlace(mailId), await sealedMail(mailId))).toContain(now.toISOString())
    expect(countsOf(await rotate(rings.during)).slice(0, 2)).toMatchObject([
      { lookedAt: 1, resealed: 0, rehashed: 0 },
      { lookedAt: 1, resealed: 0, rehashed: 0 },
    ])
  })

  it("is recorded with counts and key ids only, its beginning before its first change", async () => {
    await makeAccount(database().db)
    await rotate(rings.during)
    const events = await database().owner`select action, actor_kind, detail from audit_events order by seq`
    const counts = (table: string, changed: number) => ({
      [`${table}-looked-at`]: changed,
      [`${table}-resealed`]: changed,
      [`${table}-rehashed`]: changed,
      [`${table}-left`]: 0,
    })
    const others = sealedColumns.map(({ table }) => table).filter((table) => table !== "persons")
    expect(events).toEqual([
      { action: "keys.rotation-begun", actor_kind: "system", detail: { active: "k2", former: "k1" } },
      {
        action: "keys.rotated",
        actor_kind: "system",
        detail: {
          active: "k2",
          former: "k1",
          ...counts("persons", 1),
          ...Object.assign({}, ...others.map((table) => counts(table, 0))),
        },
      },
    ])
  })

  it("done twice at once renews each row once", async () => {
    await database()
      .db.insert(persons)
      .values(Array.from({ length: 2500 }, () => person(rings.before)))
    const both = await Promise.all([rotate(rings.during), rotate(rings.during)])
    const resealed = both.map((rotation) => rotation.columns[0]?.counts.resealed ?? 0)
    expect(resealed.reduce((a, b) => a + b)).toBe(2500)
    expect(both.every(isComplete)).toBe(true)
    const rows = await database().owner`select national_id_sealed as sealed from persons`
    expect(new Set(rows.map((row) => sealedBy(row.sealed)))).toEqual(new Set(["k2"]))
  })

  it("lets everybody be found by his number all the while", async () => {
    used.ring = rings.during
    const numbers = Array.from({ length: 3000 }, () => inventedNationalId())
    const made = numbers.map((number) => person(rings.before, number))
    await database().db.insert(persons).values(made)
    const account = { state: "active", stateChangedAt: now, createdAt: now } as const
    await database()
      .db.insert(accounts)
      .values(made.map(({ id }) => ({ ...account, personId: id })))
    let running = true
    const rotating = rotate(rings.during).finally(() => {
      running = false
    })
    const answers: boolean[] = []
    for (let turn = 0; running; turn += 1) {
      const key = credentialKey(numbers[(turn * 7) % numbers.length] ?? "")
      answers.push((await findCredential(database().db, key, [Buffer.alloc(32)])) !== undefined)
    }
    expect(countsOf(await rotating)[0]).toMatchObject({ resealed: 3000, rehashed: 3000 })
    expect(answers.length).toBeGreaterThan(10)
    expect(answers).not.toContain(false)
  })

  it("leaves a mail that was sent meanwhile wiped", async () => {
    const mailId = await addMail()
    let free = () => {}
    const gate = new Promise<void>((resolve) => {
      free = resolve
    })
    const sending = database().owner.begin(async (tx) => {
      await tx`update outbox_mails set sent_at = ${now}, props_sealed = null where id = ${mailId}`
      await gate
    })
    const rotating = rotate(rings.during)
    await vi.waitFor(async () => {
      const waiting = await database()
        .owner`select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`
      expect(waiting).toHaveLength(1)
    })
    free()
    await sending
    expect(countsOf(await rotating)[1]).toMatchObject({ lookedAt: 1, resealed: 0 })
    expect(await sealedMail(mailId)).toBeNull()
  })
})

describe("what cannot be renewed", () => {
  it("stays as it is when its key is not in the ring, and is told by key id", async () => {
    await makeAccount(database().db)
    const [before] = await database().owner`select * from persons`
    const rotation = await rotate(rings.lost)
    expect(isComplete(rotation)).toBe(false)
    expect(await listMissingKeys(database().db, rings.lost)).toEqual([
      "KEY_RING has no key k1: 1 values of persons.national_id_sealed can't be opened",
    ])
    expect(await listMissingKeys(database().db, rings.during)).toEqual([])
    expect(reportLines(rings.lost, rotation, now)).toContain(
      "LEFT  persons.national_id_sealed: 1 under key k1, which KEY_RING lacks; put it back",
    )
    expect((await database().owner`select * from persons`)[0]).toEqual(before)
  })

  it("is told by row, changed values and a number that stands twice, and the others are renewed", async () => {
    const [same, changed] = [inventedNationalId(), person(rings.before)]
    const twice = [person(rings.before, same), person(rings.during, same)]
    const others = Array.from({ length: 8 }, () => person(rings.before))
    changed.nationalIdSealed = person(rings.before).nationalIdSealed
    await database()
      .db.insert(persons)
      .values([changed, ...twice, ...others])
    const rotation = await rotate(rings.during)
    expect(countsOf(rotation)[0]).toMatchObject({
      lookedAt: 11,
      resealed: 8,
      unreadable: [changed.id],
      twice: [twice[0]?.id],
    })
    const lines = reportLines(rings.during, rotation, now)
    expect(lines).toContain("k1: must stay in KEY_RING: see what is LEFT above")
    expect(lines.join("\n")).not.toContain(same)
  })
})

describe("a former key", () => {
  it("may go a day after the new one was first active, when what is known by hash alone has run out", async () => {
    const account = await makeAccount(database().db)
    await database().owner`
      insert into sessions (token_hash, account_id, acr, amr, authenticated_at, last_seen_at, idle_seconds, expires_at,
        shared_computer, user_agent)
      values ('x', ${account.id}, 'a', '{}', ${now}, ${now}, 1800, ${new Date(now.getTime() + 12 * hour)}, false, '')`
    const { id: unitId } = (await makeUnitTree(database().db))["06360207"]
    const open = {
      unitId,
      state: "returned",
      createdAt: now,
      expiresAt: new Date(now.getTime() + 12 * hour),
    } as const
    await makeRegistration(database().db, open)
    await makeOrder(database().db, { ...open, madeBy: account.id, printedAt: now })
    await makeOrder(database().db, { ...open, madeBy: account.id })
    await database()
      .owner`insert into invitations (account_id, token_hash, email, created_at, expires_at, guesses_left)
      values (${account.id}, 'x', 'a@b.example', ${now}, ${open.expiresAt}, 5)`
    const begun = new Date(now.getTime() + hour)
    const soon = await rotate(rings.during, begun)
    expect(soon.hashOnly[0]).toEqual({
      what: "sessions",
      count: 1,
      until: new Date(now.getTime() + 12 * hour),
    })
    expect(reportLines(rings.during, soon, begun)).toContain(
      "k1: nothing is sealed under k1 any more. It may be taken out of KEY_RING from 2026-11-22T02:30Z; sooner, people signed in must sign in again",
    )
    const countOf = (text: string) => soon.hashOnly.find(({ what }) => what.includes(text))?.count
    expect(["invitations", "registrations", "printed orders"].map(countOf)).toEqual([1, 1, 1])
    const nextDay = new Date(begun.getTime() + 24 * hour)
    const late = await rotate(rings.during, nextDay)
    expect(late.activeSince).toEqual(begun)
    expect(late.hashOnly.filter(({ count }) => count > 0)).toEqual([])
    expect(reportLines(rings.during, late, nextDay)).toContain(
      "k1: nothing is sealed under k1 any more. It may be taken out of KEY_RING now",
    )
  })

  it("is wanted for verifying the audit until its months may be dropped", async () => {
    await database().owner`
      insert into audit_seals values ('2026-11-01', 1, 1, 'k1', 'x', ${now}) on conflict do nothing`
    expect(reportLines(rings.during, await rotate(rings.during), now).at(-1)).toBe(
      "k1: sealed the audit up to 2026-11. Keep it in a safe place for audit:verify until that month may be dropped, in 2028-12",
    )
  })
})
