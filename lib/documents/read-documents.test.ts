import { randomUUID } from "node:crypto"
import { describe, expect, it } from "vitest"
import { textPdf } from "@/db/factories/text-pdf"
import { useTestDatabase } from "@/db/testing/use-test-database"
import { visitor } from "@/lib/kernel/actor"
import { execute } from "@/lib/kernel/execute"
import { configuredStore } from "@/lib/storage/configured-store"
import { type BegunDocument, beginDocument } from "./begin-document"
import { checkNextDocument } from "./check-documents"
import { listWords } from "./list-words"
import { purgeDocuments } from "./purge-documents"
import { readNextDocument } from "./read-documents"
import { receiveDocument } from "./receive-document"
import { removeDocument } from "./remove-document"

const test = useTestDatabase()
const now = new Date("2026-11-21T02:00:00Z")
const name = "นางสาวศิริพร แสนดี ปลัดองค์การบริหารส่วนตำบล"
const picture = [{ text: "ก", top: 100 }]

/** A document of one kind of request, sent and judged. */
async function judged(file: Buffer, purpose: "order-scan" | "evidence" = "order-scan") {
  const holder = { kind: purpose === "evidence" ? "registration" : "order", id: randomUUID() } as const
  const coming = { holder, purpose, fileName: "a.pdf", sizeBytes: file.length, uploadedBy: null, now }
  const begun = (await test().db.transaction((tx) => beginDocument(tx, coming))) as BegunDocument
  async function* bytes() {
    yield file
  }
  const sent = { ...begun, offset: 0, bytes: bytes() }
  await execute(receiveDocument, { db: test().db, actor: visitor, now, requestId: "test" }, sent)
  await checkNextDocument({ db: test().db, store: await configuredStore(), clamd: null, clock: () => now })
  return { id: begun.id, holder }
}

const read = async (pictures = false, at = now) =>
  await readNextDocument({ db: test().db, store: await configuredStore(), pictures, clock: () => at })
const words = async (holder: { kind: "order" | "registration"; id: string }) =>
  (await listWords(test().db, await configuredStore(), holder)).map((page) => ({
    page: page.page,
    from: page.from,
    text: page.words.map(([text]) => text).join(""),
  }))
const readingOf = async (id: string) =>
  (await test().owner`select reading from documents where id = ${id}`)[0]?.reading
const bare = (text: string) => text.replaceAll(" ", "")

async function keysOf(id: string): Promise<string[]> {
  const [row] = await test().owner`select storage_key from documents where id = ${id}`
  const keys: string[] = []
  for await (const { key } of (await configuredStore()).list(row?.storage_key)) keys.push(key)
  return keys
}

// each document takes two processes of its own, or three
describe("the words of an order's scan", { timeout: 60_000 }, () => {
  it("are read once, sealed, told of without what they are, and gone with the document", async () => {
    const { id, holder } = await judged(textPdf([[{ text: name, top: 100 }]]))
    expect(await words(holder)).toEqual([])
    expect(await read()).toBe(true)
    expect(await read()).toBe(false)
    expect(await words(holder)).toEqual([{ page: 1, from: "layer", text: bare(name) }])
    const store = await configuredStore()
    const kept = (await keysOf(id)).filter((key) => key.includes("words"))
    expect(kept).toHaveLength(1)
    expect((await store.get(kept[0] ?? ""))?.includes(Buffer.from("ศิริ"))).toBe(false)
    const [event] = await test().owner`
      select detail::text, subject_id from audit_events where action = 'documents.note-reading' order by seq desc limit 1`
    expect(event).toEqual({ detail: '{"pages": 1, "reading": "layer"}', subject_id: id })

    await test().db.transaction((tx) => removeDocument(tx, holder, { id, now }))
    expect(await words(holder)).toEqual([])
    await purgeDocuments(test().db, store, now)
    expect(await keysOf(id)).toEqual([])
  })

  it("are not read of what an applicant sends", async () => {
    const { id } = await judged(textPdf([[{ text: name, top: 100 }]]), "evidence")
    expect(await read(true)).toBe(false)
    expect(await readingOf(id)).toBeNull()
  })

  it("wait where the layer has none until pictures may be read, and a page that has some is read at once", async () => {
    const { id, holder } = await judged(textPdf([picture, [{ text: name, top: 100 }]]))
    expect(await read()).toBe(true)
    expect(await read()).toBe(false)
    expect([await readingOf(id), (await words(holder)).map(({ page }) => page)]).toEqual([
      "picture-next",
      [2],
    ])
    expect(await read(true)).toBe(true)
    expect(await readingOf(id)).toBe("picture")
    expect(await read(true)).toBe(false)
  })

  it("that can't be read leave the document as it is, and its reader's death is not the end of it", async () => {
    const { id } = await judged(textPdf([picture]))
    const ends = new AbortController()
    ends.abort()
    const store = await configuredStore()
    const stopped = { db: test().db, store, pictures: false, clock: () => now, signal: ends.signal }
    await expect(readNextDocument(stopped)).rejects.toThrow()
    expect(await read()).toBe(true)
    expect(await read(true)).toBe(true)
    const [row] = await test().owner`select state, reading from documents where id = ${id}`
    expect(row).toEqual({ state: "ready", reading: "blank" })
  })

  it("of a document that kills whoever reads it are given up after the second time", async () => {
    const { id } = await judged(textPdf([[{ text: name, top: 100 }]]))
    await test().owner`update documents set reading_tries = 2 where id = ${id}`
    await read()
    expect(await readingOf(id)).toBe("blank")
  })
})
