import "server-only"
import { listMembers, listRolesFor, lockMembers } from "@/db/queries/rights"
import { findRequest, findWaiting, lockRequest, markRequest } from "@/db/queries/rights-requests"
import type { Transaction } from "@/db/types"
import { canManageSomeUnit, type UnitInSight, unitInSight } from "@/lib/access/unit-in-sight"
import { bangkokDay } from "@/lib/i18n/dates"
import type { AccountActor } from "@/lib/kernel/actor"
import { command } from "@/lib/kernel/command"
import { done, refused } from "@/lib/kernel/outcome"
import type { RefusalCode } from "@/lib/kernel/refusal"
import { enqueueMail } from "@/lib/mail/enqueue"
import { applyChanges } from "./apply-changes"
import { grantBar } from "./grant-bar"
import { requestPower } from "./request-power"
import { decideRequestInput } from "./schema"
import { tellOfChanges } from "./tell-of-changes"

/** Grants what somebody asked for, or says why not. */
export const decideRequest = command({
  name: "rights.decide",
  input: decideRequestInput,
  allow: canManageSomeUnit,
  freshness: "run",
  async run({ tx, actor, now, input }) {
    const unit = await unitInSight(tx, actor, { ...input, now })
    const asked = await findRequest(tx, input.requestId)
    if (!unit || asked?.unitId !== unit.id) return refused("not-found")
    // the person is held before the request, as everywhere
    await lockMembers(tx, [asked.membershipId])
    const request = await lockRequest(tx, asked.id)
    if (request?.state !== "waiting" || request.expiresAt <= now) return refused("rights.request-gone")
    const bar = await barOf(tx, actor, unit, { id: asked.id, accountId: asked.accountId, now })
    if (bar) return refused(bar)
    const { membershipId, systemRoleId } = request
    const by = actor.accountId
    if (input.decision === "refuse") {
      await markRequest(tx, request.id, { state: "refused", by, now, answer: input.answer })
      await tellOfRefusal(tx, { unit, membershipId, systemRoleId, answer: input.answer, now })
    } else {
      const { validUntil, orderText } = input
      if (validUntil !== null && validUntil < bangkokDay(now)) return refused("rights.until-past")
      const changes = [{ act: "grant" as const, membershipId, systemRoleId, validUntil }]
      const made = await applyChanges(tx, { unitId: unit.id, changes, by, orderText, reason: "", now })
      if (typeof made === "string") return refused(made)
      await tellOfChanges(tx, { unit, made, reason: input.answer, now })
    }
    const detail = { decision: input.decision, request: request.id, role: systemRoleId }
    return done({ decision: input.decision }, { subject: request.accountId, unit: unit.id, detail })
  },
})

async function barOf(
  tx: Transaction,
  actor: AccountActor,
  unit: UnitInSight,
  { id, accountId, now }: { readonly id: string; readonly accountId: string; readonly now: Date },
): Promise<RefusalCode | undefined> {
  const bar = await grantBar(tx, actor, { unit, accountIds: [accountId] })
  if (bar) return bar
  const waiting = await findWaiting(tx, id, now)
  if (!waiting) return "rights.request-gone"
  return (await requestPower(tx, actor, now))(waiting, unit) ? undefined : "rights.not-yours-yet"
}

type Told = {
  readonly unit: UnitInSight
  readonly membershipId: string
  readonly systemRoleId: string
  readonly answer: string
  readonly now: Date
}

async function tellOfRefusal(tx: Transaction, told: Told): Promise<void> {
  const { unit, answer, now } = told
  const [member] = await listMembers(tx, [told.membershipId])
  const [role] = await listRolesFor(tx, { unitId: unit.id, roleIds: [told.systemRoleId] })
  if (!member?.email || !role) return
  const { locale, email } = member
  const th = locale === "th"
  const props = {
    unit: !th && unit.nameEn ? unit.nameEn : unit.nameTh,
    system: th ? role.systemTh : role.systemEn,
    role: th ? role.roleTh : role.roleEn,
    answer,
    at: now.toISOString(),
  }
  await enqueueMail(tx, { template: "rights-refused", locale, to: email, props, now })
}
