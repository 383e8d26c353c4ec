import "server-only"
import { mayForAll } from "@/lib/access/may"
import { command } from "@/lib/kernel/command"
import { done, refused } from "@/lib/kernel/outcome"
import { changeSetting } from "@/lib/settings/change-setting"
import { furthestSecondFactorStart } from "./rules"
import { changeSecondFactorStartInput } from "./schema"
import { isSecondFactorAsked, secondFactorKey } from "./second-factor"

/** Sets the day from which the second factor is asked of everyone. Lifting it until a day to come must be confirmed. */
export const changeSecondFactorStart = command({
  name: "signin.change-second-factor-start",
  input: changeSecondFactorStartInput,
  allow: mayForAll("settings.change"),
  freshness: "step-up",
  async run({ tx, actor, now, input }) {
    const { from } = input
    if (from > furthestSecondFactorStart(now)) return refused("signin.second-factor-too-far")
    const value = from.toISOString()
    if (!isSecondFactorAsked(value, now) && !input.confirmed) return refused("signin.second-factor-confirm")
    const change = { key: secondFactorKey, value, seen: input.version, now, by: actor.accountId }
    const changed = await changeSetting(tx, change)
    if ("no" in changed) return refused(changed.no)
    const before = typeof changed.before === "string" ? changed.before : null
    return done(
      { version: changed.version },
      {
        subject: changed.id,
        detail: { setting: secondFactorKey, version: changed.version, before, after: value },
      },
    )
  },
})
