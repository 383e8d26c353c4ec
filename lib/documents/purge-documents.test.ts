import { randomUUID } from "node:crypto"
import { rm } from "node:fs/promises"
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest"
import { pdf } from "@/db/factories/pdf"
import { sendDocument } from "@/db/testing/send-document"
import { useTestDatabase } from "@/db/testing/use-test-database"
import { configuredStore } from "@/lib/storage/configured-store"
import type { ObjectStore } from "@/lib/storage/object-store"
import { beginDocument } from "./begin-document"
import { purgeDocuments, purgeOrphans } from "./purge-documents"
import { removeDocument } from "./remove-document"

// a storage of its own: what it sweeps days ahead of time would be taken from the tests beside it
const folder = vi.hoisted(() => {
  const own = `/tmp/dla-sso-test-purging-${process.pid}`
  vi.stubEnv("STORAGE_DIR", own)
  return own
})
afterAll(() => rm(folder, { recursive: true, force: true }))

const test = useTestDatabase()
const start = new Date("2026-11-21T02:00:00Z")
const after = (days: number) => new Date(start.getTime() + days * 86_400_000 + 1000)
let store: ObjectStore
beforeAll(async () => {
  store = await configuredStore()
})

const states = ["draft", "rejected", "approved"] as const
async function registration(state: (typeof states)[number]) {
  const id = randomUUID()
  const hash = () => Buffer.from(randomUUID())
  await test().owner`
    insert into registrations (id, number, secret_hash, token_hash, state, locale, created_at, expires_at, decided_at)
    values (${id}, ${id}, ${hash()}, ${hash()}, ${state}, 'th', ${start}, ${after(900)}, ${start})`
  return { kind: "registration" as const, id }
}
async function objects(id: string): Promise<number> {
  const [row] = await test().owner`select storage_key as key from documents where id = ${id}`
  let count = 0
  for await (const _ of store.list(String(row?.key))) count += 1
  return count
}
const purge = (days: number) => purgeDocuments(test().db, store, after(days))

describe("the bytes of a document", () => {
  it.each([
    ["draft", 360, null],
    ["rejected", 89, 90],
    ["approved", 364, 365],
  ] as const)("of a request that is %s stay for %i days", async (state, stays, goes) => {
    const holder = await registration(state)
    const { id } = await sendDocument(test().db, "a.pdf", pdf({ pages: 2 }), { holder })
    expect(await objects(id)).toBe(3)
    await purge(stays)
    expect(await objects(id)).toBe(3)
    if (goes === null) return
    await purge(goes)
    expect(await objects(id)).toBe(0)
    const pages = await test().owner`select from document_pages where document_id = ${id}`
    expect(pages).toHaveLength(0)
  })

  it("go with the file that its owner takes away, and with a request that is gone", async () => {
    const holder = await registration("draft")
    const [one, other] = [
      await sendDocument(test().db, "a.pdf", pdf(), { holder }),
      await sendDocument(test().db, "b.pdf", pdf({ pages: 2 }), { holder }),
    ]
    await test().db.transaction((tx) => removeDocument(tx, holder, { id: one.id, now: start }))
    await purge(0)
    expect([await objects(one.id), await objects(other.id)]).toEqual([0, 3])
    await test().owner`delete from registrations where id = ${holder.id}`
    await purge(0.5)
    expect(await objects(other.id)).toBe(3)
    await purge(1)
    expect(await objects(other.id)).toBe(0)
  })

  it("of a sending that broke off go after a day, of a refused file after a week", async () => {
    const holder = await registration("draft")
    const coming = { holder, purpose: "evidence", sizeBytes: 9, uploadedBy: null, now: start } as const
    await test().db.transaction((tx) => beginDocument(tx, { ...coming, fileName: "gone.pdf" }))
    const refused = await sendDocument(test().db, "b.pdf", Buffer.from("no pdf"), { holder })
    expect([refused.state, await objects(refused.id)]).toEqual(["refused", 1])
    await purge(6.9)
    const left = await test().owner`
      select file_name from documents where holder_id = ${holder.id} and state <> 'removed'`
    expect(left).toEqual([{ file_name: "b.pdf" }])
    await purge(7)
    expect(await objects(refused.id)).toBe(0)
  })
})

it("what belongs to no document goes after a day, and nothing else", async () => {
  const { id } = await sendDocument(test().db, "a.pdf", pdf(), { holder: await registration("draft") })
  await store.put("documents/nobodys/00000", Buffer.from("x"))
  const sweep = (days: number) => purgeOrphans(test().db, store, new Date(Date.now() + days * 86_400_000))
  await sweep(0.9)
  expect(await store.get("documents/nobodys/00000")).not.toBeNull()
  await sweep(1.1)
  expect([await store.get("documents/nobodys/00000"), await objects(id)]).toEqual([null, 2])
})
