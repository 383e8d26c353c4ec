import "server-only"
import { mayForAll } from "@/lib/access/may"
import { command } from "@/lib/kernel/command"
import { done, refused } from "@/lib/kernel/outcome"
import { strongFactorKey } from "@/lib/sessions/rules"
import { changeSetting } from "@/lib/settings/change-setting"
import { readSetting } from "@/lib/settings/read-setting"
import { furthestSecondFactorStart } from "./rules"
import { changeSecondFactorStartInput } from "./schema"
import { storedSecondFactor } from "./second-factor"

/** Sets the day from which the consoles want a strong factor. To put off a day that has come must be confirmed. */
export const changeStrongFactorStart = command({
  name: "signin.change-strong-factor-start",
  input: changeSecondFactorStartInput,
  allow: mayForAll("settings.change"),
  freshness: "step-up",
  async run({ tx, actor, now, input }) {
    const { from } = input
    if (from > furthestSecondFactorStart(now)) return refused("signin.second-factor-too-far")
    const former = await readSetting(tx, strongFactorKey, storedSecondFactor.optional(), undefined)
    const isPutOff = former !== undefined && new Date(former) <= now && from > now
    if (isPutOff && !input.confirmed) return refused("signin.strong-factor-confirm")
    const value = from.toISOString()
    const change = { key: strongFactorKey, value, seen: input.version, now, by: actor.accountId }
    const changed = await changeSetting(tx, change)
    if ("no" in changed) return refused(changed.no)
    const { version, id } = changed
    const detail = { setting: strongFactorKey, version, before: former ?? null, after: value }
    return done({ version }, { subject: id, detail })
  },
})
