import { makeAccount } from "@/db/factories/account"
import { makeUnitTree, type TreeCode, type TreeUnit } from "@/db/factories/unit-tree"
import { adminAppointments, memberships } from "@/db/schema/access"
import type { AccountActor, DepartmentRole, UnitLevel } from "@/lib/kernel/actor"
import { execute } from "@/lib/kernel/execute"
import { approveAssisted } from "@/lib/recovery/approve-assisted"
import { askAssisted } from "@/lib/recovery/ask-assisted"
import { cancelAssisted } from "@/lib/recovery/cancel-assisted"
import { openLink } from "@/lib/recovery/open-link"
import { refuseAssisted } from "@/lib/recovery/refuse-assisted"
import { releaseAssisted } from "@/lib/recovery/release-assisted"
import { recoverySteps } from "./recovery-steps"
import type { TestDatabase } from "./test-database"

/** When these tests begin. */
export const start = new Date("2026-11-21T01:30:00Z")

/** So many seconds after. */
export const later = (seconds: number) => new Date(start.getTime() + seconds * 1000)

export const hour = 3600

/** The unit of these tests. */
export const here: TreeCode = "06360207"

/** A refusal as a command answers it. */
export const no = (code: string, facts?: object) => ({
  ok: false,
  refusal: facts ? { code, facts } : { code },
})

const order = { orderNumber: "1", orderYearBe: 2569, orderDate: "2026-01-01", validFrom: "2026-01-01" }

type Account = Awaited<ReturnType<typeof makeAccount>>

const levels: Partial<Record<TreeCode, UnitLevel>> = {
  "00": "department",
  "36": "province",
  "3602": "district",
  "3603": "district",
  "40": "province",
}

/** The steps of ways back that people in charge open, on a test's own database with the small tree of units. */
export function assistedSteps(test: () => TestDatabase) {
  let tree: Readonly<Record<TreeCode, TreeUnit>> | undefined
  const steps = recoverySteps(test)
  const { at, mailed } = steps
  const treeOf = async () => {
    tree ??= await makeUnitTree(test().db)
    return tree
  }

  /** Somebody who works in these units, with a row in the database for each; SSO Admin of them if so wished. */
  async function member(
    codes: readonly TreeCode[],
    columns: Parameters<typeof makeAccount>[1] = {},
    isAdmin = false,
  ) {
    const account = await makeAccount(test().db, columns)
    for (const code of codes) {
      const unit = {
        accountId: account.id,
        unitId: (await treeOf())[code].id,
        post: "ทดสอบ",
        validFrom: "2026-01-01",
      }
      const [row] = await test()
        .db.insert(memberships)
        .values({ ...unit, staffKind: "local-government", state: "active" })
        .returning({ id: memberships.id })
      if (isAdmin && row)
        await test()
          .db.insert(adminAppointments)
          .values({ membershipId: row.id, ...order })
    }
    return account
  }

  /** The same as who acts, freshly proved. */
  async function admin(code: TreeCode, roles: DepartmentRole[] = [], isAdmin = true): Promise<AccountActor> {
    const { id } = await member([code], {}, isAdmin)
    const { id: unitId, path } = (await treeOf())[code]
    const seat = { membershipId: id, unitId, path, level: levels[code] ?? "local", isAdmin } as const
    return { kind: "account", accountId: id, sessionId: id, seats: [seat], roles }
  }

  const by = (actor: AccountActor, now: Date) => ({ ...at(now), actor: { ...actor, steppedUpAt: now } })
  const ask = (actor: AccountActor, account: Account, now = start, more: object = {}) =>
    execute(askAssisted, by(actor, now), {
      unitCode: here,
      who: account.username,
      reason: "forgotten",
      note: "มาพบที่สำนักงานพร้อมบัตร",
      newEmail: "",
      ...more,
    })
  const decide = (actor: AccountActor, id: string, now = start, unitCode: string = here) => ({
    approve: () => execute(approveAssisted, by(actor, now), { id, unitCode }),
    release: () => execute(releaseAssisted, by(actor, now), { id, unitCode }),
    refuse: () => execute(refuseAssisted, by(actor, now), { id, unitCode }),
  })
  async function asked(actor: AccountActor, account: Account, now = start, more: object = {}) {
    const result = await ask(actor, account, now, more)
    if (!result.ok) throw new Error(JSON.stringify(result))
    return result.value.id
  }
  const open = (link: string, now: Date) => execute(openLink, at(now), { link })
  const cancel = (token: string, now: Date) => execute(cancelAssisted, at(now), { cancel: token })
  const propOf = async (email: string | null, template: string, name: string) =>
    (await mailed(email)).find((mail) => mail.template === template)?.props[name] ?? ""

  return { ...steps, member, admin, by, ask, decide, asked, open, cancel, propOf }
}
