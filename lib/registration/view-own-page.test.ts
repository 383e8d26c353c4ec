import { randomUUID } from "node:crypto"
import { beforeAll, describe, expect, it } from "vitest"
import { pdf } from "@/db/factories/pdf"
import { makeRegistration } from "@/db/factories/registration"
import { makeUnitTree } from "@/db/factories/unit-tree"
import { useTestDatabase } from "@/db/testing/use-test-database"
import { beginDocument } from "@/lib/documents/begin-document"
import { checkNextDocument } from "@/lib/documents/check-documents"
import { receiveDocument } from "@/lib/documents/receive-document"
import { visitor } from "@/lib/kernel/actor"
import { execute } from "@/lib/kernel/execute"
import { configuredStore } from "@/lib/storage/configured-store"
import { viewOwnPage } from "./view-own-page"

const test = useTestDatabase()
const now = new Date("2026-11-21T02:00:00Z")
const at = (when = now) => ({ db: test().db, actor: visitor, now: when, requestId: "test" })
let unitId = ""
beforeAll(async () => {
  unitId = (await makeUnitTree(test().db))["06360207"].id
})

/** A request of somebody without an account, with a file that was accepted. */
async function applicant() {
  const request = await makeRegistration(test().db, { unitId, createdAt: now })
  const holder = { kind: "registration" as const, id: request.id }
  const begun = await test().db.transaction((tx) =>
    beginDocument(tx, {
      holder,
      purpose: "evidence",
      fileName: "a.pdf",
      sizeBytes: null,
      uploadedBy: null,
      now,
    }),
  )
  if ("kind" in begun) throw new Error("not begun")
  const bytes = (async function* () {
    yield pdf({ text: request.number })
  })()
  const sent = { id: begun.id, ticket: begun.ticket, offset: 0, bytes }
  expect((await execute(receiveDocument, at(), sent)).ok).toBe(true)
  await checkNextDocument({ db: test().db, store: await configuredStore(), clamd: null, clock: () => now })
  return { token: request.token, requestId: request.id, documentId: begun.id }
}

const no = { ok: false, refusal: { code: "not-found" } }

describe("a page of a document that an applicant sent", () => {
  it("is shown in the browser that holds the request, written down, and in no other", {
    timeout: 90_000,
  }, async () => {
    const [mine, another] = [await applicant(), await applicant()]
    const view = (registration: string, id: string, page = 1, when = now) =>
      execute(viewOwnPage, at(when), { registration, id, page })
    const seen = await view(mine.token, mine.documentId)
    expect(seen).toMatchObject({ ok: true, value: { sizeBytes: expect.any(Number) } })
    const [event] = await test().owner`select action, detail from audit_events
      where subject_id = ${mine.documentId} and action = 'registration.view-page'`
    expect(event?.detail).toEqual({ page: 1, isOwn: true })
    expect(await view(another.token, mine.documentId)).toEqual(no)
    expect(await view("none", mine.documentId)).toEqual(no)
    expect(await view(mine.token, mine.documentId, 2)).toEqual(no)
    expect(await view(mine.token, randomUUID())).toEqual(no)
    const monthLater = new Date(now.getTime() + 31 * 24 * 60 * 60 * 1000)
    expect(await view(mine.token, mine.documentId, 1, monthLater)).toEqual(no)
    await test().owner`update registrations set state = 'rejected' where id = ${mine.requestId}`
    expect(await view(mine.token, mine.documentId)).toEqual(no)
  })
})
