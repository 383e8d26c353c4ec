import "server-only"
import { z } from "zod"
import { mayForAll } from "@/lib/access/may"
import { found, read } from "@/lib/kernel/read"
import { settingWithHistory } from "@/lib/settings/setting-with-history"
import { isSecondFactorAsked, secondFactorKey, storedSecondFactor } from "./second-factor"

const instant = (value: string | undefined) => (value === undefined ? undefined : new Date(value))

/** From when the second factor is asked, whether it is asked now, and the changes of that day. */
export const getSecondFactorStart = read({
  name: "signin.second-factor-start",
  input: z.object({}),
  allow: mayForAll("settings.see"),
  async run({ db, now }) {
    const { version, value, changes } = await settingWithHistory(db, secondFactorKey, storedSecondFactor)
    return found({
      version,
      from: instant(value),
      isAsked: isSecondFactorAsked(value, now),
      changes: changes.map((change) => ({ ...change, value: instant(change.value) })),
    })
  },
})
