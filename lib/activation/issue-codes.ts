import "server-only"
import { randomBytes, randomUUID } from "node:crypto"
import { insertCodes, lockIssuing, markSupersededCodes } from "@/db/queries/activation"
import { listChosenUnits, listUnitsWithoutCode, type UnitToIssue } from "@/db/queries/activation-register"
import type { Transaction } from "@/db/types"
import { may } from "@/lib/access/may"
import { keyRing } from "@/lib/crypto/ring"
import { seal } from "@/lib/crypto/seal"
import type { AccountActor } from "@/lib/kernel/actor"
import { command } from "@/lib/kernel/command"
import { done, refused } from "@/lib/kernel/outcome"
import { dropOfCode } from "@/lib/orders/by-code"
import { filterOf } from "./filter-of"
import { activationHash } from "./hashes"
import { canIssueCodes, officeFor } from "./in-charge"
import { activationCodePlace } from "./places"
import { activationLimits, codeLength, codeOf } from "./rules"
import { issueCodesInput } from "./schema"

/**
 * Issues a one-time code for each unit that was chosen, or for all that have nobody and no good code. A new code takes the
 * place of the one before, with what that had begun; what was handed in with one, accounts, rights and history stay.
 */
export const issueCodes = command({
  name: "activation-codes.issue",
  input: issueCodesInput,
  allow: canIssueCodes,
  freshness: "run",
  async run({ tx, actor, now, input }) {
    await lockIssuing(tx)
    const limit = activationLimits.perRun + 1
    const wanted = [...new Set(input.unitCodes)]
    if (wanted.length > activationLimits.perRun) return refused("activation.too-many")
    const units = input.isAll
      ? await listUnitsWithoutCode(tx, actor, filterOf(input), { now, limit })
      : await listChosenUnits(tx, wanted, now)
    if (units.length > activationLimits.perRun) return refused("activation.too-many")
    const isBeyond = !input.isAll && units.length < wanted.length
    if (isBeyond || !units.every(({ path }) => may(actor, "activation-codes.issue", { path })))
      return refused("activation.beyond-power")
    if (units.length === 0) return refused("activation.none-chosen")
    if (!units.every(({ isEmpty }) => isEmpty)) return refused("activation.has-admin")
    const ids = units.map(({ id }) => id)
    const begun = await markSupersededCodes(tx, ids, now)
    for (const orderId of begun) await dropOfCode(tx, orderId)
    const runId = randomUUID()
    const rows: ReturnType<typeof codeRow>[] = []
    for (const unit of units) rows.push(codeRow(unit, { runId, now, ...(await issuer(tx, actor, unit)) }))
    await insertCodes(tx, rows)
    const [only] = units
    const note = units.length === 1 && only ? { unit: only.id } : {}
    return done(
      { run: runId, count: units.length },
      { subject: runId, ...note, detail: { count: units.length } },
    )
  },
})

async function issuer(tx: Transaction, actor: AccountActor, unit: UnitToIssue) {
  return { issuedBy: actor.accountId, officeId: await officeFor(tx, actor, unit.path) }
}

type Issue = {
  readonly runId: string
  readonly issuedBy: string
  readonly officeId: string
  readonly now: Date
}

function codeRow(unit: UnitToIssue, { now, ...issue }: Issue) {
  const id = randomUUID()
  const code = codeOf(randomBytes(codeLength / 2))
  return {
    id,
    unitId: unit.id,
    ...issue,
    codeHash: activationHash("code", id, code),
    codeSealed: seal(keyRing(), activationCodePlace(id), code),
    issuedAt: now,
    expiresAt: new Date(now.getTime() + activationLimits.codeLifetime * 1000),
  }
}
