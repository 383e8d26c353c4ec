import { lockRegistration, markRegistration } from "@/db/queries/registration"
import { withdrawCase } from "@/lib/cases/withdraw-case"
import { visitor } from "@/lib/kernel/actor"
import { execute } from "@/lib/kernel/execute"
import { submitRegistration } from "@/lib/registration/submit-registration"
import type { TestDatabase } from "./test-database"

/** A registration under test, the token with which its applicant fills it in, and whether he has an account already. */
export type Asked = {
  readonly id: string
  readonly number: string
  readonly token: string
  readonly email: string
  readonly isKnown: boolean
}

/** The applicant submits again, as he sees the request at this moment. */
export async function submitAgain(test: TestDatabase, asked: Asked, now: Date): Promise<string> {
  const [row] = await test.owner`select version from registrations where id = ${asked.id}`
  const context = { db: test.db, actor: visitor, now, requestId: "model" }
  const input = { registration: asked.token, version: row?.version, isTrue: true }
  const answer = await execute(submitRegistration, context, input)
  return answer.ok ? "done" : answer.refusal.code
}

/** The applicant withdraws; the mailed code that the command asks for first has tests of its own. */
export async function withdraw(test: TestDatabase, asked: Asked, now: Date): Promise<string> {
  return test.db.transaction(async (tx) => {
    const left = await withdrawCase(tx, { kind: "registration", subjectId: asked.id }, now)
    if (left !== "withdrawn") return left
    await lockRegistration(tx, { id: asked.id })
    await markRegistration(tx, asked.id, { state: "withdrawn", returnedFields: null })
    return left
  })
}

const results = ["invitation", "registration-approved", "registration-returned", "registration-rejected"]

/** What must hold of a case between any two acts, in words; nothing where all is well. */
export async function brokenRules(test: TestDatabase, asked: Asked): Promise<string[]> {
  const [at] = await test.owner`
    select c.state, c.version, r.state as request, r.account_id, r.membership_id, r.had_account, r.decided_at,
      r.returned_fields, c.id as case_id,
      (select count(*)::int from decisions d where d.case_id = c.id and d.ended_at is null) as in_force,
      (select d.outcome from decisions d where d.case_id = c.id and d.ended_at is null) as outcome,
      (select d.took_effect_at is not null from decisions d where d.case_id = c.id and d.ended_at is null) as took,
      (select count(*)::int from decisions d where d.case_id = c.id and d.took_effect_at is not null) as carried,
      (select count(*)::int from decisions d where d.case_id = c.id and d.ended_reason = 'answered') as answered,
      (select count(*)::int from outbox_mails o where o.recipient = ${asked.email}
        and o.template in ${test.owner(results)}) as mails,
      (select count(*)::int from memberships m join accounts a on a.id = m.account_id
        join persons p on p.id = a.person_id where p.national_id_hash = r.national_id_hash
        and m.state = 'active') as memberships,
      (select a.state from accounts a join persons p on p.id = a.person_id
        where p.national_id_hash = r.national_id_hash) as account,
      (select count(*)::int from invitations i join accounts a on a.id = i.account_id
        join persons p on p.id = a.person_id where p.national_id_hash = r.national_id_hash
        and i.ended_at is null) as invitations
    from cases c join registrations r on r.id = c.subject_id where c.number = ${asked.number}`
  if (!at) return ["the case is gone"]
  const isApproved = at.took === true && at.outcome === "approve"
  const expected =
    at.took === true
      ? { approve: "approved", return: "returned", reject: "rejected" }[at.outcome as string]
      : "submitted"
  const rules: Record<string, boolean> = {
    "one decision at most is in force": at.in_force <= 1,
    "the case stands where its decision left it": caseFits(at.state, at.outcome),
    "the request stands where its case does":
      at.request === (at.state === "withdrawn" ? "withdrawn" : expected),
    "one mail for each decision that took effect": at.mails === at.carried,
    "an approved person belongs to the unit, nobody else does": at.memberships === (isApproved ? 1 : 0),
    "an approved person can come in, nobody else can": canComeIn(asked, at, isApproved),
    "no flag is left of what is not in force": isApproved
      ? at.account_id !== null && at.membership_id !== null && at.had_account !== null
      : at.account_id === null && at.membership_id === null && at.had_account === null,
    // while it waits again, they tell the reviewer what he asked for
    "fields are named while it is returned, or waits corrected":
      at.request === "returned"
        ? at.returned_fields !== null
        : at.returned_fields === null || (at.request === "submitted" && at.answered > 0),
    ...(await auditRules(test, at.case_id as string)),
  }
  return Object.keys(rules).filter((rule) => !rules[rule])
}

type Reached = { readonly account?: string | null; readonly invitations?: number }

function canComeIn({ isKnown }: Asked, { account, invitations }: Reached, isApproved: boolean): boolean {
  if (isKnown) return account === "active" && invitations === 0
  if (isApproved) return account === "invited" && invitations === 1
  return (account === null || account === "closed") && invitations === 0
}

function caseFits(state: string, outcome: string | null): boolean {
  if (state === "returned") return outcome === "return"
  if (state === "decided") return outcome === "approve" || outcome === "reject"
  return outcome === null
}

/** Each decision, each undoing and reopening, and each effect is in the audit with the person who decided it. */
async function auditRules(test: TestDatabase, caseId: string): Promise<Record<string, boolean>> {
  const [row] = await test.owner`
    with events as (select action, actor_id, detail ->> 'decision' as decision from audit_events
      where subject_id = ${caseId} and refusal is null)
    select count(*)::int as decisions,
      count(*) filter (where exists (select 1 from events e where e.action = 'desk.decide'
        and e.decision = d.id::text and e.actor_id = d.decided_by))::int as decided,
      count(*) filter (where took_effect_at is not null)::int as took,
      count(*) filter (where (select count(*) from events e where e.action = 'desk.settle'
        and e.decision = d.id::text and e.actor_id = d.decided_by) = 1)::int as settled,
      count(*) filter (where ended_reason in ('undone', 'reopened'))::int as taken_back,
      count(*) filter (where exists (select 1 from events e where e.actor_id = d.ended_by and e.decision = d.id::text
        and e.action = case d.ended_reason when 'undone' then 'desk.undo' else 'desk.reopen' end))::int as back
    from decisions d where case_id = ${caseId}`
  return {
    "every decision is audited with its reviewer": row?.decisions === row?.decided,
    "every effect is audited once, with the reviewer": row?.took === row?.settled,
    "every taking back is audited with who did it": row?.taken_back === row?.back,
  }
}
