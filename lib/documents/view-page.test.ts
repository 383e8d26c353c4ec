import { randomBytes, randomUUID } from "node:crypto"
import { beforeAll, describe, expect, it } from "vitest"
import { makeAccount } from "@/db/factories/account"
import { pdf } from "@/db/factories/pdf"
import { makeUnitTree } from "@/db/factories/unit-tree"
import { useTestDatabase } from "@/db/testing/use-test-database"
import { getMyActivity } from "@/lib/activity/get-my-activity"
import { queueCase } from "@/lib/cases/queue-case"
import { requestNumber } from "@/lib/cases/request-number"
import type { AccountActor, DepartmentRole, UnitLevel } from "@/lib/kernel/actor"
import { execute, look } from "@/lib/kernel/execute"
import { configuredStore } from "@/lib/storage/configured-store"
import { beginDocument } from "./begin-document"
import { checkNextDocument } from "./check-documents"
import { receiveDocument } from "./receive-document"
import { viewPage } from "./view-page"

const test = useTestDatabase()
const now = new Date("2026-11-21T02:00:00Z")
const at = (actor: AccountActor) => ({ db: test().db, actor, now, requestId: "test" })

type Tree = Awaited<ReturnType<typeof makeUnitTree>>
let tree: Tree
let mine: { id: string; ownerId: string }
let draft: string

const person = (roles: readonly DepartmentRole[] = [], accountId: string = randomUUID()): AccountActor => ({
  kind: "account",
  accountId,
  sessionId: randomUUID(),
  seats: [],
  roles,
})
const admin = (path: string, level: UnitLevel): AccountActor => ({
  ...person(),
  seats: [{ membershipId: randomUUID(), unitId: randomUUID(), path, level, isAdmin: true }],
})
const view = (actor: AccountActor, id = mine.id, page = 1) => execute(viewPage, at(actor), { id, page })
const no = { ok: false, refusal: { code: "not-found" } }

/** A document that was accepted, of a request at the desk of a unit, or of a draft. */
async function made(ownerId: string, unitId: string | null): Promise<string> {
  const holder = { kind: "registration" as const, id: randomUUID() }
  const begun = await test().db.transaction(async (tx) => {
    if (unitId)
      await queueCase(tx, {
        kind: "registration",
        subjectId: holder.id,
        number: requestNumber("R"),
        unitId,
        title: "ก",
        now,
      })
    return await beginDocument(tx, {
      holder,
      purpose: "evidence",
      fileName: "a.pdf",
      sizeBytes: null,
      uploadedBy: ownerId,
      now,
    })
  })
  if ("kind" in begun) throw new Error(begun.refusal.code)
  async function* bytes() {
    yield pdf({ pages: 2, text: randomBytes(8).toString("hex") })
  }
  await execute(receiveDocument, at(person([], ownerId)), { ...begun, offset: 0, bytes: bytes() })
  await checkNextDocument({ db: test().db, store: await configuredStore(), clamd: null, clock: () => now })
  return begun.id
}

beforeAll(async () => {
  tree = await makeUnitTree(test().db)
  const owner = await makeAccount(test().db)
  mine = { ownerId: owner.id, id: await made(owner.id, tree["06360207"].id) }
  draft = await made(owner.id, null)
})

describe("a page of a document", () => {
  it("is an image, and each look at it is written down and shown to its owner", async () => {
    const officer = person(["officer"])
    const seen = await view(officer, mine.id, 2)
    if (!seen.ok) throw new Error(seen.refusal.code)
    const parts: Buffer[] = []
    for await (const part of seen.value.bytes) parts.push(part)
    const image = Buffer.concat(parts)
    expect([image.subarray(0, 4).toString(), image.length]).toEqual(["RIFF", seen.value.sizeBytes])
    await view(officer, mine.id, 1)
    const events = await test().owner`
      select detail, unit_id from audit_events where action = 'documents.view' and actor_id = ${officer.accountId}`
    const unit_id = tree["06360207"].id
    expect(events).toEqual([
      { detail: { page: 2 }, unit_id },
      { detail: { page: 1 }, unit_id },
    ])
    const activity = await look(getMyActivity, at(person([], mine.ownerId)), {})
    if (!activity.ok) throw new Error(activity.refusal.code)
    const views = activity.value.lines.filter(({ action }) => action === "documents.view")
    expect(views.map(({ doer, outcome, count }) => [doer, outcome, count])).toEqual([["staff", "done", 2]])
  })

  it("is seen by those who see the unit's affairs, and by who sent it", async () => {
    const { path } = tree["06360207"]
    const above = path.replace(/[^/]+\/$/, "")
    for (const actor of [
      person(["officer"]),
      person(["auditor"]),
      admin(path, "local"),
      admin(above, "district"),
      person([], mine.ownerId),
    ])
      expect((await view(actor)).ok).toBe(true)
  })

  it("is seen by nobody else, and the attempt is written down", async () => {
    const others = [
      person(),
      person(["helpdesk"]),
      person(["systems"]),
      person(["administrator"]),
      admin(tree["06360301"].path, "local"),
      { ...admin(tree["06360207"].path, "local"), seats: [] },
    ]
    for (const actor of others) expect(await view(actor)).toEqual(no)
    const [count] = await test().owner`
      select count(*)::int as n from audit_events where action = 'documents.view' and refusal = 'not-found'`
    expect(count).toEqual({ n: others.length })
  })

  it("of a draft is seen by who sent it alone", async () => {
    expect(await view(person(["officer"]), draft)).toEqual(no)
    expect((await view(person([], mine.ownerId), draft)).ok).toBe(true)
  })

  it("is not there before it was judged, nor beyond the last, nor after it was taken away", async () => {
    const officer = person(["officer"])
    expect(await view(officer, mine.id, 3)).toEqual(no)
    expect(await view(officer, randomUUID())).toEqual(no)
    await test().owner`update documents set state = 'removed' where id = ${mine.id}`
    expect(await view(officer)).toEqual(no)
  })
})
