import { randomUUID } from "node:crypto"
import { beforeAll, describe, expect, it, vi } from "vitest"
import { makeAccount } from "@/db/factories/account"
import { makeCase } from "@/db/factories/case"
import { makeOrder } from "@/db/factories/order"
import { makeUnitTree, type TreeCode, type TreeUnit } from "@/db/factories/unit-tree"
import { deskSteps, later, no, plain, start } from "@/db/testing/desk-steps"
import { useTestDatabase } from "@/db/testing/use-test-database"
import { keyRing } from "@/lib/crypto/ring"
import { execute } from "@/lib/kernel/execute"
import { decideCase } from "./decide-case"
import { verifyDecisions } from "./decision-mac"

// the rooms of requests have tests of their own
vi.mock("./subjects", () => import("@/db/testing/stub-subjects"))

const test = useTestDatabase()
const { admin, claim, decide, decisionsOf, eventsOf, officer, reopen, rowOf, settle, view } = deskSteps(test)
let unit: Readonly<Record<TreeCode, TreeUnit>>
beforeAll(async () => {
  unit = await makeUnitTree(test().db)
})

const waiting = async (over: Partial<Parameters<typeof makeCase>[1]> = {}) =>
  makeCase(test().db, { unitId: unit["06360207"].id, submittedAt: start, ...over })
const mailsTo = async (subjectId: string) =>
  (await test().owner`select 1 from outbox_mails where recipient = ${`${subjectId}@test.example`}`).length

describe("a decision", () => {
  it("is recorded with who, how surely, on which version and documents, and follows half a minute later", async () => {
    const [one, at] = [await officer(), await waiting()]
    const document = randomUUID()
    const sha256 = "ab".repeat(32)
    await test().owner`insert into documents (id, holder_kind, holder_id, purpose, file_name, size_bytes,
        received_bytes, state, sha256, pages, key_sealed, storage_key, created_at)
      values (${document}, 'registration', ${at.subjectId}, 'evidence', 'ก.pdf', 1, 1, 'ready',
        decode(${sha256}, 'hex'), 2, '', ${document}, now())`
    expect(await decide(one, at.number)).toEqual(no("desk.documents-changed"))
    const documents = [{ id: document, sha256 }]
    expect(await decide(one, at.number, { documents })).toMatchObject({
      ok: true,
      value: { undoUntil: later(30) },
    })
    expect(await rowOf(at.number)).toMatchObject({ state: "decided", version: 2, claimed_by: null })
    expect(await decisionsOf(at.number)).toMatchObject([
      {
        outcome: "approve",
        case_version: 1,
        decided_by: one.accountId,
        session_id: one.sessionId,
        acr: "urn:dla:totp",
        documents: [{ id: document, sha256, pages: 2 }],
        took_effect_at: null,
      },
    ])
    await settle(later(29))
    expect(await mailsTo(at.subjectId)).toBe(0)
    await settle(later(30))
    await settle(later(31))
    expect(await mailsTo(at.subjectId)).toBe(1)
    const [decision] = await decisionsOf(at.number)
    expect(decision?.took_effect_at).toEqual(later(30))
    expect(await eventsOf(at.number)).toMatchObject([
      { action: "desk.decide", actor_id: one.accountId, detail: { outcome: "approve" } },
      { action: "desk.settle", actor_id: one.accountId, actor_kind: "system" },
    ])
  })

  it("does not fall while a document is still being judged, unless it is handed back", async () => {
    const [one, at] = [await officer(), await waiting()]
    await test().owner`insert into documents (holder_kind, holder_id, purpose, file_name, size_bytes, state,
        key_sealed, storage_key, created_at)
      values ('registration', ${at.subjectId}, 'evidence', 'ก.pdf', 1, 'checking', '', ${at.id}, now())`
    expect(await decide(one, at.number)).toEqual(no("desk.documents-unchecked"))
    expect((await decide(one, at.number, plain.return)).ok).toBe(true)
  })

  it("names what has to be mended, and why", async () => {
    const [one, at] = [await officer(), await waiting()]
    const fields = (over: object) =>
      decide(one, at.number, { ...plain.return, ...over }).then(
        (answer) => !answer.ok && answer.refusal.fields,
      )
    expect(await fields({ fields: [] })).toEqual({ fields: "fieldMissing" })
    expect(await fields({ reasons: [] })).toEqual({ reasons: "reasonMissing" })
    expect(await fields({ reasons: ["no-such"] })).toEqual({ "reasons.0": "reasonWrong" })
    expect(await fields({ reasons: ["other-see-note"] })).toEqual({ note: "noteMissing" })
    expect(await fields({ note: "ก".repeat(1001) })).toEqual({ note: "noteTooLong" })
    // a reason or a field of another kind of request
    expect(await decide(one, at.number, { ...plain.return, fields: ["signer"] })).toEqual(no("invalid"))
    expect(await decide(one, at.number, { ...plain.reject, reasons: ["wrong-unit"] })).toEqual(no("invalid"))
    expect(await decide(one, at.number, { ...plain.return, fields: [`page:${at.id}:2`] })).toMatchObject({
      ok: true,
    })
    expect(await rowOf(at.number)).toMatchObject({ state: "returned" })
  })

  it("on a version that is no longer is refused, and so is a second one", async () => {
    const [one, two, at] = [await officer(), await officer(), await waiting()]
    expect(await decide(one, at.number, { version: 2 })).toEqual(no("desk.someone-decided"))
    const both = await Promise.all([decide(one, at.number), decide(two, at.number, plain.reject)])
    expect(both.map((answer) => (answer.ok ? "decided" : answer.refusal.code)).toSorted()).toEqual([
      "decided",
      "desk.someone-decided",
    ])
    expect(await decisionsOf(at.number)).toHaveLength(1)
    expect(await claim(two, at.number)).toEqual(no("desk.someone-decided"))
  })

  it("asks who it is that decides, unless he proved it a moment ago", async () => {
    const [one, at] = [await officer(), await waiting()]
    const context = {
      db: test().db,
      actor: { ...one, steppedUpAt: later(-301) },
      now: start,
      requestId: "test",
    }
    const input = { number: at.number, version: 1, documents: [], ...plain.approve }
    expect(await execute(decideCase, context, input)).toEqual(no("session.step-up-needed"))
    const inRun = {
      ...context,
      actor: { ...context.actor, acr: "urn:dla:email", stepUpAcr: "urn:dla:passkey", runUntil: later(1) },
    }
    expect((await execute(decideCase, inRun, input)).ok).toBe(true)
    expect(await decisionsOf(at.number)).toMatchObject([{ acr: "urn:dla:passkey" }])
  })

  it("shows when it was changed after it was made", async () => {
    const [one, at] = [await officer(), await waiting()]
    await decide(one, at.number, plain.reject)
    expect((await verifyDecisions(test().db, keyRing())).faults).toEqual([])
    const [decision] = await decisionsOf(at.number)
    for (const change of ["outcome = 'approve'", "note = 'x'", "documents = '[]'", "acr = 'urn:dla:thaid'"]) {
      await test().owner.unsafe(`update decisions set ${change} where id = '${decision?.id}'`)
    }
    const { faults, count } = await verifyDecisions(test().db, keyRing())
    expect(faults).toEqual([{ id: decision?.id, fault: "changed" }])
    expect(count).toBeGreaterThan(1)
    await test().owner`update decisions set outcome = 'reject', note = '', acr = 'urn:dla:totp'
      where id = ${decision?.id ?? ""}`
    await test().owner`update decisions set mac_key_id = 'gone' where id = ${decision?.id ?? ""}`
    expect((await verifyDecisions(test().db, keyRing())).faults).toEqual([
      { id: decision?.id, fault: "no-key" },
    ])
  })
})

describe("who decides", () => {
  it("is never the applicant, whoever made the account, nor anybody whom the order names or who handed it in", async () => {
    const person = await makeAccount(test().db)
    const self = { ...(await officer()), accountId: person.id }
    const at = await waiting()
    await test()
      .owner`insert into registrations (id, number, secret_hash, token_hash, state, locale, created_at,
        expires_at, national_id_hash)
      select ${at.subjectId}, ${at.number}, '', ${Buffer.from(at.id)}, 'submitted', 'th', now(), now(),
        national_id_hash from persons where id = ${person.personId}`
    expect(await decide(self, at.number)).toEqual(no("desk.own-request"))
    expect(await claim(self, at.number)).toEqual(no("desk.own-request"))
    expect(await reopen(self, at.number)).toEqual(no("desk.own-request"))
    expect(await view(self, at.number)).toMatchObject({
      value: { canDecide: false, beyond: "desk.own-request" },
    })
    const [maker, submitter] = [await officer(), await officer()]
    const order = await makeOrder(test().db, {
      unitId: unit["06360207"].id,
      madeBy: maker.accountId,
      submittedBy: submitter.accountId,
      people: [{}, { nationalId: person.nationalId }],
    })
    const asked = await waiting({ kind: "order", subjectId: order.id, number: order.number })
    for (const one of [maker, submitter, self]) {
      expect(await decide(one, asked.number)).toEqual(no("desk.own-request"))
    }
    expect((await decide(await officer(), asked.number)).ok).toBe(true)
  })

  it("is who may: the unit for its people, the nearest office for its orders, the next ones after three working days", async () => {
    const [registration, order] = [await waiting(), await waiting({ kind: "order" })]
    const own = await admin(unit["06360207"], "local", true)
    const [district, province] = [await admin(unit["3602"], "district"), await admin(unit["36"], "province")]
    const elsewhere = await admin(unit["4001"], "district")
    const auditor = await officer("auditor")
    const answer = async (who: typeof own, number: string, now = start) => {
      const result = await claim(who, number, now)
      if (result.ok) await test().owner`update cases set claimed_by = null, claimed_until = null`
      return result.ok ? "may" : result.refusal.code
    }
    expect(await answer(own, registration.number)).toBe("may")
    expect(await answer(district, registration.number)).toBe("desk.beyond-power")
    expect(await answer(province, registration.number)).toBe("desk.beyond-power")
    expect(await answer(own, order.number)).toBe("desk.beyond-power")
    expect(await answer(district, order.number)).toBe("may")
    expect(await answer(province, order.number)).toBe("desk.beyond-power")
    expect(await answer(elsewhere, order.number)).toBe("not-found")
    expect(await answer(auditor, order.number)).toBe("forbidden")
    expect(await view(auditor, order.number)).toMatchObject({ value: { canDecide: false } })
    // Thursday is the third working day after Monday; on Friday it is over
    const [thursday, friday] = [later(3 * 86_400), later(4 * 86_400)]
    expect(await answer(district, registration.number, thursday)).toBe("desk.beyond-power")
    expect(await answer(district, registration.number, friday)).toBe("may")
    expect(await answer(province, order.number, friday)).toBe("may")
    expect(await answer(own, order.number, friday)).toBe("desk.beyond-power")
  })

  it("is the office above at once where nobody of the unit can", async () => {
    const at = await waiting({ unitId: unit["06360301"].id })
    const district = await admin(unit["3603"], "district")
    expect((await claim(district, at.number)).ok).toBe(true)
    const only = await admin(unit["06360301"], "local", true)
    const other = await waiting({ unitId: unit["06360301"].id })
    expect(await claim(district, other.number)).toEqual(no("desk.beyond-power"))
    await test().owner`update accounts set powers_held_until = ${later(60)} where id = ${only.accountId}`
    expect((await claim(district, other.number)).ok).toBe(true)
  })
})
