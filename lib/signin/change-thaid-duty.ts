import "server-only"
import { hasBeenProved } from "@/db/queries/thaid"
import type { Transaction } from "@/db/types"
import { mayForAll } from "@/lib/access/may"
import type { AccountActor } from "@/lib/kernel/actor"
import { command } from "@/lib/kernel/command"
import { done, refused } from "@/lib/kernel/outcome"
import type { RefusalCode } from "@/lib/kernel/refusal"
import { shortenSessions } from "@/lib/sessions/shorten-sessions"
import { changeSetting } from "@/lib/settings/change-setting"
import { readSetting } from "@/lib/settings/read-setting"
import { thaidClient } from "@/lib/thaid/client"
import { furthestSecondFactorStart, type ThaidDutyGroup, thaidDutyNotice } from "./rules"
import { changeThaidDutyInput } from "./schema"
import { storedThaidDuty, thaidDutyKey } from "./thaid-duty"

/**
 * Sets from when a group must sign in by ThaiID, or lifts that. Sessions that began otherwise last until then at most;
 * the administrator whom it concerns must have come by ThaiID himself once, so that nobody locks himself out.
 */
export const changeThaidDuty = command({
  name: "signin.change-thaid-duty",
  input: changeThaidDutyInput,
  allow: mayForAll("settings.change"),
  freshness: "step-up",
  async run({ tx, actor, now, input }) {
    const { group, from, version, confirmed } = input
    const duty = await readSetting(tx, thaidDutyKey, storedThaidDuty, {})
    const before = duty[group]
    const no = from ? await amiss(tx, actor, group, from, now) : undefined
    if (no) return refused(no)
    if (!confirmed && isLifted(before, from, now)) return refused("signin.thaid-duty-lifted")
    if (!confirmed && from && from < noticed(now)) return refused("signin.thaid-duty-short-notice")
    const { [group]: _, ...others } = duty
    const value = from ? { ...others, [group]: from.toISOString() } : others
    const change = { key: thaidDutyKey, value, seen: version, now, by: actor.accountId }
    const changed = await changeSetting(tx, change)
    if ("no" in changed) return refused(changed.no)
    const sessions = from ? await shortenSessions(tx, { group, until: from, now }) : 0
    const detail = {
      setting: thaidDutyKey,
      version: changed.version,
      group,
      before: before ?? null,
      after: from?.toISOString() ?? null,
      sessions,
    }
    return done({ version: changed.version, sessions }, { subject: changed.id, detail })
  },
})

async function amiss(
  tx: Transaction,
  { accountId }: AccountActor,
  group: ThaidDutyGroup,
  from: Date,
  now: Date,
): Promise<RefusalCode | undefined> {
  if (!thaidClient()) return "signin.thaid-off"
  if (from > furthestSecondFactorStart(now)) return "signin.second-factor-too-far"
  const isConcerned = group !== "admins"
  return isConcerned && !(await hasBeenProved(tx, accountId)) ? "signin.thaid-duty-prove-first" : undefined
}

/** The first day that gives people the notice they need. */
function noticed(now: Date): Date {
  return new Date(now.getTime() + thaidDutyNotice * 24 * 60 * 60 * 1000)
}

/** Whether a duty in force would cease, or begin later. */
function isLifted(before: string | undefined, from: Date | undefined, now: Date): boolean {
  const wasInForce = before !== undefined && new Date(before) <= now
  return wasInForce && !(from && from <= now)
}
