import "server-only"
import { z } from "zod"
import { mayForAll } from "@/lib/access/may"
import { found, read } from "@/lib/kernel/read"
import { settingWithHistory } from "@/lib/settings/setting-with-history"
import { thaidClient } from "@/lib/thaid/client"
import { type ThaidDutyGroup, thaidDutyGroups } from "./rules"
import { storedThaidDuty, thaidDutyKey } from "./thaid-duty"

/** A group and the instant from which it must sign in by ThaiID. */
export type ThaidDutyRow = { readonly group: ThaidDutyGroup; readonly from: Date }

type Stored = ReturnType<typeof storedThaidDuty.parse>

const rows = (value: Stored | undefined): ThaidDutyRow[] =>
  thaidDutyGroups.flatMap((group) => {
    const from = value?.[group]
    return from ? [{ group, from: new Date(from) }] : []
  })

/** Who must sign in by ThaiID and from when, and the changes of that. */
export const getThaidDuty = read({
  name: "signin.thaid-duty",
  input: z.object({}),
  allow: mayForAll("settings.see"),
  async run({ db, now }) {
    const { version, value, changes } = await settingWithHistory(db, thaidDutyKey, storedThaidDuty)
    return found({
      version,
      now,
      hasThaid: thaidClient() !== undefined,
      duties: rows(value),
      changes: changes.map((change) => ({ ...change, value: rows(change.value) })),
    })
  },
})
