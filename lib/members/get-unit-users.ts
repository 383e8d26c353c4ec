import "server-only"
import { findMemberTotal, listMembers, listOpenOffers, type MemberQuery } from "@/db/queries/members"
import { canSeeSomeUnit, unitInSight } from "@/lib/access/unit-in-sight"
import { found, notShown, read } from "@/lib/kernel/read"
import { type Standing, unseenDays, usersPerPage } from "./rules"
import { type UserFilters, unitUsersInput } from "./schema"

const day = 24 * 60 * 60 * 1000

/** A page of the users of a unit, with the offers that wait for their owners on the first one. */
export const getUnitUsers = read({
  name: "members.unit",
  input: unitUsersInput,
  allow: canSeeSomeUnit,
  async run({ db, actor, now, input }) {
    const { unitCode, after, ...filters } = input
    const unit = await unitInSight(db, actor, { unitCode, now })
    if (!unit) return notShown()
    const query = queryOf(unit.id, filters, now)
    const [lines, total, offers] = await Promise.all([
      listMembers(db, { ...query, after, limit: usersPerPage + 1 }),
      findMemberTotal(db, query),
      listOpenOffers(db, unit.id, now),
    ])
    const shown = lines.slice(0, usersPerPage)
    const { nameTh, nameEn, canManage, isCaretaker } = unit
    return found({
      unit: { code: unit.code, nameTh, nameEn, canManage, isCaretaker },
      filters,
      lines: shown.map((line) => ({ ...line, standing: line.standing as Standing })),
      total,
      isFirst: after === undefined,
      next: lines.length > usersPerPage ? shown.at(-1)?.id : undefined,
      offers,
    })
  },
})

/** What the list of a unit's users shows. */
export type UsersShown = Extract<Awaited<ReturnType<typeof getUnitUsers.run>>, { ok: true }>["value"]

function queryOf(unitId: string, filters: UserFilters, now: Date): MemberQuery {
  return {
    unitId,
    words: filters.q.normalize("NFC").split(/\s+/).filter(Boolean).slice(0, 6),
    state: filters.state,
    isAdmin: filters.admin === "1",
    kind: filters.kind,
    hasNoGrants: filters.grants === "none",
    unseenSince: filters.seen === "not" ? new Date(now.getTime() - unseenDays * day) : null,
    now,
  }
}
