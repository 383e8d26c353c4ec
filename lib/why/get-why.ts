import "server-only"
import {
  findAccountOf,
  findTrace,
  findWhyAccount,
  findWhySystem,
  listSystemNames,
  listWhySeats,
} from "@/db/queries/why"
import { may } from "@/lib/access/may"
import { bangkokDay } from "@/lib/i18n/dates"
import { canBeAccount } from "@/lib/kernel/actor"
import { found, notShown, read } from "@/lib/kernel/read"
import { dutiesVersion } from "@/lib/sessions/rules"
import { accountSteps, opens, seatSteps } from "./rules"
import { whyInput } from "./schema"
import { traceHash } from "./trace"

/**
 * Why somebody can or cannot open a system: his own facts, or, for who has power over a unit of his and for the helpdesk,
 * those of the account and of the units in that power. Of other units of his nothing is told. The number of a refused
 * sign-in names person and system; it opens nothing to whom a look at them is not due anyway.
 */
export const getWhy = read({
  name: "why.get",
  input: whyInput,
  allow: canBeAccount,
  async run({ db, actor, now, input }) {
    const { member } = input
    const trace = input.trace ? await findTrace(db, traceHash(input.trace), now) : undefined
    // a number that is over or mistyped leads to one's own facts, and the page says so
    const systemCode = trace?.systemCode ?? input.system
    const accountId = trace?.accountId ?? (member ? await findAccountOf(db, member) : actor.accountId)
    if (!accountId) return notShown()
    const [systems, system, account, all] = [
      await listSystemNames(db),
      await findWhySystem(db, systemCode),
      await findWhyAccount(db, accountId),
      await listWhySeats(db, { accountId, systemCode, now }),
    ]
    const isOwn = accountId === actor.accountId
    const seats = isOwn ? all : all.filter(({ path }) => may(actor, "why.see", { path }))
    const isShown = isOwn || seats.some(({ membershipId }) => trace !== undefined || membershipId === member)
    if (!(account && isShown)) return notShown()
    const today = bangkokDay(now)
    const steps = accountSteps(account, dutiesVersion)
    return found({
      isOwn,
      refusedAt: trace?.at,
      isTraceUnknown: input.trace !== "" && trace === undefined,
      systems,
      system: system && { code: system.code, nameTh: system.nameTh, nameEn: system.nameEn },
      account: steps,
      seats: seats.map((seat) => {
        const own = system ? seatSteps(seat, system, today) : []
        const { membershipId, unitCode, unitTh, unitEn } = seat
        return {
          membershipId,
          unitCode,
          unit: { nameTh: unitTh, nameEn: unitEn },
          steps: own,
          opens: system !== undefined && opens([...steps, ...own]),
        }
      }),
    })
  },
})
