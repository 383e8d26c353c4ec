import { randomBytes, randomUUID } from "node:crypto"
import { describe, expect, it } from "vitest"
import { useTestDatabase } from "@/db/testing/use-test-database"
import { keyRing } from "@/lib/crypto/ring"
import { open, seal } from "@/lib/crypto/seal"
import { type AccountActor, visitor } from "@/lib/kernel/actor"
import { execute, look } from "@/lib/kernel/execute"
import { configuredStore } from "@/lib/storage/configured-store"
import { frameBytes, readFrames } from "@/lib/storage/sealed-frames"
import { beginDocument } from "./begin-document"
import { sealedFile } from "./file-key"
import { getUpload } from "./get-upload"
import { listDocuments } from "./list-documents"
import { documentKeyPlace } from "./places"
import { receiveDocument } from "./receive-document"
import { removeDocument } from "./remove-document"
import { maxDocumentBytes, maxDocuments } from "./rules"
import { seenDocuments } from "./seen-documents"

const test = useTestDatabase()
const now = new Date("2026-11-21T02:00:00Z")
const official: AccountActor = {
  kind: "account",
  accountId: randomUUID(),
  sessionId: randomUUID(),
  seats: [],
  roles: [],
}
const at = (actor: AccountActor | typeof visitor = visitor) => ({
  db: test().db,
  actor,
  now,
  requestId: "test",
})
const holder = () => ({ kind: "registration" as const, id: randomUUID() })

const begin = (of = holder(), sizeBytes: number | null = null, fileName = "คำสั่ง.pdf") =>
  test().db.transaction((tx) =>
    beginDocument(tx, { holder: of, purpose: "evidence", fileName, sizeBytes, uploadedBy: null, now }),
  )
async function begun(of = holder(), sizeBytes: number | null = null, fileName?: string) {
  const answer = await begin(of, sizeBytes, fileName)
  if ("kind" in answer) throw new Error(answer.refusal.code)
  return answer
}
async function* stream(bytes: Buffer, end?: Error) {
  for (let from = 0; from < bytes.length; from += 60_000) yield bytes.subarray(from, from + 60_000)
  if (end) throw end
}
const send = (
  to: { id: string; ticket: string },
  bytes: AsyncIterable<Uint8Array>,
  offset = 0,
  actor?: AccountActor,
) => execute(receiveDocument, at(actor), { ...to, offset, bytes })
const refusal = (code: string) => ({ ok: false, refusal: { code } })
async function row(id: string) {
  const [found] = await test().owner`select * from documents where id = ${id}`
  return found as { state: string; received_bytes: string; key_sealed: Buffer; storage_key: string }
}

describe("the bytes of a document", () => {
  it("go into the storage and wait to be judged, and the audit names who sent a file of full size", async () => {
    const bytes = randomBytes(maxDocumentBytes)
    const to = await begun(holder(), bytes.length)
    expect(await send(to, stream(bytes), 0, official)).toEqual({ ok: true, value: { id: to.id } })
    const { state, key_sealed: keySealed, storage_key: key } = await row(to.id)
    expect(state).toBe("checking")
    const parts: Buffer[] = []
    const file = sealedFile({ id: to.id, keySealed }, key)
    for await (const part of readFrames(await configuredStore(), file, bytes.length)) parts.push(part)
    expect(Buffer.concat(parts).equals(bytes)).toBe(true)
    const [event] = await test().owner`
      select actor_id, detail from audit_events where action = 'documents.receive' and subject_id = ${to.id}`
    expect(event).toEqual({ actor_id: official.accountId, detail: { bytes: maxDocumentBytes } })
  })

  it("open after their key was sealed anew, and not in another row's place", async () => {
    const bytes = randomBytes(300_000)
    const to = await begun()
    await send(to, stream(bytes))
    const { key_sealed: sealed, storage_key: key } = await row(to.id)
    const text = open(keyRing(), documentKeyPlace(to.id), sealed)
    const keySealed = seal(keyRing(), documentKeyPlace(to.id), text)
    expect(keySealed.equals(sealed)).toBe(false)
    const parts: Buffer[] = []
    const file = sealedFile({ id: to.id, keySealed }, key)
    for await (const part of readFrames(await configuredStore(), file, bytes.length)) parts.push(part)
    expect(Buffer.concat(parts).equals(bytes)).toBe(true)
    expect(() => sealedFile({ id: randomUUID(), keySealed }, key)).toThrow()
  })

  it("go on where they broke off, and not from elsewhere", async () => {
    const bytes = randomBytes(3 * frameBytes)
    const to = await begun(holder(), bytes.length)
    const half = stream(bytes.subarray(0, 2 * frameBytes + 7), new Error("the line is gone"))
    expect(await send(to, half)).toEqual(refusal("documents.interrupted"))
    const known = await look(getUpload, at(), to)
    expect(known).toMatchObject({ ok: true, value: { state: "receiving", receivedBytes: 2 * frameBytes } })
    expect(await send(to, stream(bytes))).toEqual(refusal("documents.wrong-offset"))
    const rest = bytes.subarray(2 * frameBytes)
    expect(await send(to, stream(rest.subarray(0, 9)), 2 * frameBytes)).toEqual(
      refusal("documents.interrupted"),
    )
    expect(await send(to, stream(rest), 2 * frameBytes)).toMatchObject({ ok: true })
    expect(await send(to, stream(rest), 2 * frameBytes)).toEqual(refusal("documents.upload-gone"))
  })

  it("are too many from one byte above 10 MB, said before and noticed while they come", async () => {
    expect(await begin(holder(), maxDocumentBytes + 1)).toMatchObject({
      refusal: { code: "documents.too-large" },
    })
    const of = holder()
    const to = await begun(of)
    expect(await send(to, stream(Buffer.alloc(maxDocumentBytes + 1)))).toEqual(refusal("documents.too-large"))
    expect(await listDocuments(test().db, of)).toMatchObject([{ state: "refused", refusal: "too-large" }])
  })

  it("are refused where there are none", async () => {
    expect(await begin(holder(), 0)).toMatchObject({ refusal: { code: "documents.empty" } })
    const of = holder()
    expect(await send(await begun(of), stream(Buffer.alloc(0)))).toEqual(refusal("documents.empty"))
    expect(await listDocuments(test().db, of)).toMatchObject([{ state: "refused", refusal: "empty" }])
  })

  it("come in with their own ticket alone", async () => {
    const [one, other] = [await begun(), await begun()]
    expect(await send({ id: one.id, ticket: other.ticket }, stream(Buffer.from("x")))).toEqual(
      refusal("documents.upload-gone"),
    )
    expect(await look(getUpload, at(), { id: one.id, ticket: other.ticket })).toEqual(refusal("not-found"))
  })

  it("sent by two at once are stored once", async () => {
    const bytes = randomBytes(2 * frameBytes)
    const to = await begun(holder(), bytes.length)
    const answers = await Promise.all([send(to, stream(bytes)), send(to, stream(bytes))])
    expect(answers.filter((answer) => answer.ok)).toHaveLength(1)
  })
})

describe("a request's documents", () => {
  it("are seen by a reviewer once they are ready, by their hashes", async () => {
    const of = holder()
    const [one, sha256] = [await begun(of), randomBytes(32)]
    await begun(of, null, "other.pdf")
    expect(await seenDocuments(test().db, of)).toEqual([])
    await test()
      .owner`update documents set state = 'ready', pages = 2, sha256 = ${sha256} where id = ${one.id}`
    expect(await seenDocuments(test().db, of)).toEqual([
      { id: one.id, sha256: sha256.toString("hex"), pages: 2 },
    ])
  })

  it("are ten at most; one that broke off makes room for the same file", async () => {
    const of = holder()
    for (let nth = 0; nth < maxDocuments; nth++) await begun(of, null, `${nth}.pdf`)
    expect(await begin(of)).toMatchObject({ refusal: { code: "documents.too-many" } })
    await begun(of, null, "3.pdf")
    expect(await listDocuments(test().db, of)).toHaveLength(maxDocuments)
    const [first] = await listDocuments(test().db, of)
    const remove = (from = of) =>
      test().db.transaction((tx) => removeDocument(tx, from, { id: first?.id ?? "", now }))
    expect([await remove(holder()), await remove(), await remove()]).toEqual([false, true, false])
    await begun(of)
  })
})
