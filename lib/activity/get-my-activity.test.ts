import { describe, expect, it } from "vitest"
import { makeAccount } from "@/db/factories/account"
import { emailSteps, later, no, start } from "@/db/testing/email-steps"
import { useSignInTest } from "@/db/testing/use-sign-in-test"
import { type AccountActor, visitor } from "@/lib/kernel/actor"
import { execute, look } from "@/lib/kernel/execute"
import { endOtherSessions } from "@/lib/sessions/end-other-sessions"
import { acceptDuties } from "@/lib/signin/accept-duties"
import { getMyActivity } from "./get-my-activity"
import { linesPerPage } from "./rules"

const { database, begun, code, wrongly } = useSignInTest()
const { at, signedIn } = emailSteps(database)

const activity = async (actor: AccountActor, page?: unknown, now = later(3600)) => {
  const answer = await look(getMyActivity, at(actor, now), { page })
  if (!answer.ok) throw new Error(answer.refusal.code)
  return answer.value
}

describe("the activity of an account", () => {
  it("is its own alone, the newest first, failures of a day counted in one line, with the browser", async () => {
    const [mine, other] = [await makeAccount(database().db), await makeAccount(database().db)]
    for (const seconds of [1, 2, 3]) await wrongly(mine, later(seconds))
    await wrongly(other, later(3))
    const { flow, code: right } = await begun(mine, later(4))
    await code(flow, right, later(5))
    const actor = await signedIn(mine)
    await execute(acceptDuties, at(actor, later(6)), { version: 1 })
    await execute(endOtherSessions, at(actor, later(7)), {})
    const { lines } = await activity(actor)
    const told = lines.map(({ action, outcome, doer, count }) => [action, outcome, doer, count])
    expect(told).toEqual([
      ["sessions.end-others", "done", "owner", 1],
      ["signin.accept-duties", "done", "owner", 1],
      ["signin.code", "done", "someone", 1],
      ["signin.password", "done", "someone", 1],
      ["signin.password", "refused", "someone", 3],
    ])
    expect(lines.map((line) => line.userAgent)).toEqual(["test", "test", "test", null, null])
    expect(lines[2]?.address).toMatch(/^10\./)
    expect(lines[4]?.at).toEqual(later(3))
    expect(JSON.stringify(lines)).not.toContain(mine.id)
  })

  it("tells a right password that may not come in apart, and what someone else did", async () => {
    const account = await makeAccount(database().db, { emailVerifiedAt: null })
    await database().owner`
      insert into audit_events (at, action, actor_kind, actor_id, subject_id, request_id, detail, refusal)
      values (${later(1)}, 'signin.password', 'visitor', ${account.id}, null, 'test', '{}', 'signin.no-email'),
        (${later(2)}, 'identity.suspend', 'account', gen_random_uuid(), ${account.id}, 'test', '{}', null),
        (${later(3)}, 'identity.expire', 'system', null, ${account.id}, 'test', '{}', null),
        (${later(4)}, 'passwords.change', 'account', ${account.id}, null, 'test', '{}', 'session.step-up-needed')`
    const { lines } = await activity(await signedIn(account))
    expect(lines.map(({ outcome, doer }) => [outcome, doer])).toEqual([
      ["asked", "owner"],
      ["done", "portal"],
      ["done", "staff"],
      ["shut", "someone"],
    ])
  })

  it("goes on in pages, and forgets what is older than 90 days", async () => {
    const actor = await signedIn(await makeAccount(database().db))
    for (let nth = 0; nth <= linesPerPage; nth++)
      await execute(acceptDuties, at(actor, later(nth)), { version: 1 })
    const first = await activity(actor)
    expect([first.lines.length, first.page, first.pages]).toEqual([linesPerPage, 1, 2])
    const last = await activity(actor, "2")
    expect([last.lines.length, last.lines[0]?.at]).toEqual([1, start])
    for (const typed of ["0", "-1", "x", "1e9", undefined])
      expect((await activity(actor, typed)).page).toBe(1)
    expect((await activity(actor, "3")).lines).toEqual([])
    expect((await activity(actor, 1, later(91 * 86_400))).lines).toEqual([])
  })

  it("is for who is signed in", async () => {
    const context = { db: database().db, actor: visitor, now: start, requestId: "test" }
    expect(await look(getMyActivity, context, {})).toEqual(no("not-found"))
  })
})
