import { beforeAll, describe, expect, it } from "vitest"
import { pdf } from "@/db/factories/pdf"
import { accounts, persons } from "@/db/schema/identity"
import { manuals } from "@/db/schema/manuals"
import { useTestDatabase } from "@/db/testing/use-test-database"
import { type Actor, type DepartmentRole, departmentRoles, visitor } from "@/lib/kernel/actor"
import { execute, look } from "@/lib/kernel/execute"
import { getManual } from "./get-manual"
import { getManuals } from "./get-manuals"
import { openManualFile } from "./open-manual-file"
import { publishVersion } from "./publish-version"
import { maxManualBytes, maxNoteLength } from "./rules"

const test = useTestDatabase()
const now = new Date("2026-11-21T02:00:00Z")
let accountId: string

beforeAll(async () => {
  const { db } = test()
  const [person] = await db
    .insert(persons)
    .values({
      nationalIdSealed: Buffer.of(1),
      nationalIdHash: Buffer.of(1),
      givenNameTh: "ก",
      familyNameTh: "ข",
    })
    .returning({ id: persons.id })
  const [account] = await db
    .insert(accounts)
    .values({ personId: person?.id ?? "", state: "active", stateChangedAt: now, createdAt: now })
    .returning({ id: accounts.id })
  accountId = account?.id ?? ""
})

const withRole = (...roles: DepartmentRole[]): Actor => ({
  kind: "account",
  accountId,
  sessionId: accountId,
  seats: [],
  roles,
})
const officer = () => withRole("officer")

let made = 0
async function manual(versions = 0): Promise<string> {
  const slug = `manual-${++made}`
  await test()
    .db.insert(manuals)
    .values({ slug, titleTh: "คู่มือ", titleEn: "Manual", summaryTh: "ก", summaryEn: "a", sort: made })
  for (let v = 0; v < versions; v++) {
    const result = await publish({ slug, expectedVersion: v, file: pdf({ text: `${slug} ${v}` }) })
    expect(result).toEqual({ ok: true, value: { slug, version: v + 1 } })
  }
  return slug
}

function publish(
  input: { slug: string; expectedVersion?: unknown; note?: unknown; file?: unknown },
  actor = officer(),
) {
  const context = { db: test().db, actor, now, requestId: "r" }
  return execute(publishVersion, context, { expectedVersion: 0, note: "", file: pdf(), ...input })
}

const events = (subject: string) =>
  test().owner`select * from audit_events where subject_id = ${subject} order by seq`
const refusal = (code: string) => ({ ok: false, refusal: { code } })

describe("publishing a version of a manual", () => {
  it("keeps the file, numbers the version, and is audited without its note", async () => {
    const slug = await manual()
    const file = pdf({ pages: 4 })
    const result = await publish({ slug, note: " แก้คำผิด ", file })
    expect(result).toEqual({ ok: true, value: { slug, version: 1 } })
    const [row] = await test()
      .owner`select v.*, m.id as manual from manual_versions v join manuals m on m.id = v.manual_id where slug = ${slug}`
    expect(row).toMatchObject({
      version: 1,
      note: "แก้คำผิด",
      size_bytes: file.length,
      pages: 4,
      published_by: accountId,
    })
    const [event] = await events(row?.manual)
    expect(event).toMatchObject({ action: "manuals.publish", actor_id: accountId, refusal: null })
    expect(event?.detail).toEqual({ version: 1, sizeBytes: file.length, pages: 4 })
  })

  it("keeps the older versions reachable, byte for byte", async () => {
    const slug = await manual(3)
    const seen = await look(getManual, { db: test().db, actor: visitor, now, requestId: "r" }, { slug })
    expect(seen).toMatchObject({
      ok: true,
      value: { current: { version: 3 }, older: [{ version: 2 }, { version: 1 }] },
    })
    expect((await download(slug, "1")).equals(pdf({ text: `${slug} 0` }))).toBe(true)
    expect((await download(slug, null)).equals(pdf({ text: `${slug} 2` }))).toBe(true)
  })

  it("may publish an older file again, which is kept only once", async () => {
    const slug = await manual(2)
    const again = await publish({ slug, expectedVersion: 2, file: pdf({ text: `${slug} 0` }) })
    expect(again).toMatchObject({ ok: true, value: { version: 3 } })
  })

  it("is the Department's officers' alone, and an attempt by others is audited", async () => {
    const slug = await manual()
    for (const role of departmentRoles.filter((role) => role !== "officer")) {
      expect(await publish({ slug }, withRole(role))).toEqual(refusal("forbidden"))
    }
    const seat = {
      membershipId: accountId,
      unitId: accountId,
      path: "1/",
      level: "department",
      isAdmin: true,
    } as const
    expect(
      await publish({ slug }, { kind: "account", accountId, sessionId: accountId, seats: [seat], roles: [] }),
    ).toEqual(refusal("forbidden"))
    expect(await publish({ slug }, visitor)).toEqual(refusal("forbidden"))
    const tried = await test()
      .owner`select 1 from audit_events where action = 'manuals.publish' and refusal = 'forbidden'`
    expect(tried.length).toBeGreaterThanOrEqual(6)
  })

  it("refuses what is not a usable PDF", async () => {
    const slug = await manual()
    expect(await publish({ slug, file: Buffer.from("<html>") })).toEqual(refusal("manuals.not-a-pdf"))
    expect(await publish({ slug, file: pdf({ catalogue: "/AA /Launch" }) })).toEqual(
      refusal("manuals.not-a-pdf"),
    )
  })

  it("refuses more than ten megabytes, and takes ten", async () => {
    const slug = await manual()
    const room = maxManualBytes - pdf({ sizeBytes: maxManualBytes }).length + maxManualBytes
    expect(await publish({ slug, file: pdf({ sizeBytes: room + 1 }) })).toEqual(refusal("manuals.too-large"))
    const largest = pdf({ sizeBytes: room })
    expect(largest.length).toBe(maxManualBytes)
    expect(await publish({ slug, file: largest })).toMatchObject({ ok: true })
    expect((await download(slug, null)).equals(largest)).toBe(true)
  })

  it("refuses the very file that is current", async () => {
    const slug = await manual(1)
    expect(await publish({ slug, expectedVersion: 1, file: pdf({ text: `${slug} 0` }) })).toEqual(
      refusal("manuals.same-file"),
    )
  })

  it("refuses when someone else has published meanwhile", async () => {
    const slug = await manual(2)
    expect(await publish({ slug, expectedVersion: 1 })).toEqual(refusal("manuals.stale"))
    expect(await publish({ slug, expectedVersion: 3 })).toEqual(refusal("manuals.stale"))
  })

  it("lets one of two through when both publish at once", async () => {
    const slug = await manual(1)
    const both = await Promise.all(
      ["a", "b"].map((text) => publish({ slug, expectedVersion: 1, file: pdf({ text }) })),
    )
    expect(both.filter((result) => result.ok)).toHaveLength(1)
    expect(both.filter((result) => !result.ok)).toEqual([refusal("manuals.stale")])
  })

  it("does not know a manual that is not there", async () => {
    expect(await publish({ slug: "no-such" })).toEqual(refusal("not-found"))
  })

  it.each([
    ["no file", { file: undefined }, { file: "fileMissing" }],
    ["more files than one", { file: "several" }, { file: "fileSeveral" }],
    ["an empty file", { file: Buffer.alloc(0) }, { file: "fileMissing" }],
    ["text for a file", { file: "x" }, { file: "fileMissing" }],
    ["a long note", { note: "ก".repeat(maxNoteLength + 1) }, { note: "noteTooLong" }],
    ["control characters in the note", { note: "a\u0000b" }, { note: "noteUnreadable" }],
  ])("refuses %s and names the field", async (_name, input, fields) => {
    const slug = await manual()
    expect(await publish({ slug, ...input })).toEqual({ ok: false, refusal: { code: "invalid", fields } })
  })

  it.each([
    { slug: "../x" },
    { slug: "A" },
    { slug: "x".repeat(61) },
    { slug: "x", expectedVersion: "๑" },
    { slug: "x", expectedVersion: -1 },
  ])("refuses odd input %j", async (input) => {
    expect(await publish(input)).toMatchObject(refusal("invalid"))
  })
})

describe("looking at manuals", () => {
  it("lists those that have a version, in order, to anyone", async () => {
    const [empty, full] = [await manual(), await manual(2)]
    const seen = await look(getManuals, { db: test().db, actor: visitor, now, requestId: "r" }, {})
    const slugs = seen.ok ? seen.value.map((view) => view.slug) : []
    expect(slugs).toContain(full)
    expect(slugs).not.toContain(empty)
    expect(slugs).toEqual([...slugs].sort((a, b) => Number(a.slice(7)) - Number(b.slice(7))))
  })

  it.each(["0", "01", "-1", "1.5", "๑", "99999999", "1 or 1=1"])(
    "does not open version %s",
    async (version) => {
      const slug = await manual(1)
      const seen = await look(
        openManualFile,
        { db: test().db, actor: visitor, now, requestId: "r" },
        { slug, version },
      )
      expect(seen.ok).toBe(false)
    },
  )
})

async function download(slug: string, version: string | null): Promise<Buffer> {
  const seen = await look(
    openManualFile,
    { db: test().db, actor: visitor, now, requestId: "r" },
    { slug, version },
  )
  if (!seen.ok) throw new Error(seen.refusal.code)
  const pieces: Uint8Array[] = []
  for await (const piece of seen.value.parts(0, seen.value.sizeBytes - 1)) pieces.push(piece)
  return Buffer.concat(pieces)
}
