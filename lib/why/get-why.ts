import "server-only"
import { findAccountOf, findWhyAccount, findWhySystem, listSystemNames, listWhySeats } from "@/db/queries/why"
import { may } from "@/lib/access/may"
import { bangkokDay } from "@/lib/i18n/dates"
import { canBeAccount } from "@/lib/kernel/actor"
import { found, notShown, read } from "@/lib/kernel/read"
import { dutiesVersion } from "@/lib/sessions/rules"
import { accountSteps, opens, seatSteps } from "./rules"
import { whyInput } from "./schema"

/**
 * Why somebody can or cannot open a system: his own facts, or, for who has power over a unit of his and for the helpdesk,
 * those of the account and of the units in that power. Of other units of his nothing is told.
 */
export const getWhy = read({
  name: "why.get",
  input: whyInput,
  allow: canBeAccount,
  async run({ db, actor, now, input }) {
    const { system: systemCode, member } = input
    const accountId = member ? await findAccountOf(db, member) : actor.accountId
    if (!accountId) return notShown()
    const [systems, system, account, all] = [
      await listSystemNames(db),
      await findWhySystem(db, systemCode),
      await findWhyAccount(db, accountId),
      await listWhySeats(db, { accountId, systemCode, now }),
    ]
    const isOwn = accountId === actor.accountId
    const seats = isOwn ? all : all.filter(({ path }) => may(actor, "why.see", { path }))
    if (!account || (!isOwn && !seats.some(({ membershipId }) => membershipId === member))) return notShown()
    const today = bangkokDay(now)
    const steps = accountSteps(account, dutiesVersion)
    return found({
      isOwn,
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
