import "server-only"
import { z } from "zod"
import { mayForAll } from "@/lib/access/may"
import { found, read } from "@/lib/kernel/read"
import { strongFactorKey } from "@/lib/sessions/rules"
import { settingWithHistory } from "@/lib/settings/setting-with-history"
import { storedSecondFactor } from "./second-factor"

const instant = (value: string | undefined) => (value === undefined ? undefined : new Date(value))

/** From when the consoles want a strong factor, whether they do now, and the changes of that day. */
export const getStrongFactorStart = read({
  name: "signin.strong-factor-start",
  input: z.object({}),
  allow: mayForAll("settings.see"),
  async run({ db, now }) {
    const { version, value, changes } = await settingWithHistory(db, strongFactorKey, storedSecondFactor)
    const from = instant(value)
    return found({
      version,
      from,
      isAsked: from !== undefined && from <= now,
      changes: changes.map((change) => ({ ...change, value: instant(change.value) })),
    })
  },
})
