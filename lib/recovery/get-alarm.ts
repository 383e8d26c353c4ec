import "server-only"
import { listHelpers } from "@/db/queries/recovery"
import { findAlarm } from "@/lib/alarms/find-alarm"
import { canBeAnyone } from "@/lib/kernel/actor"
import { found, notShown, read } from "@/lib/kernel/read"
import { alarmInput } from "./schema"

/** What a link “this wasn't me” leads to: the button, or, once it was pressed, who can open the account again. */
export const getAlarm = read({
  name: "recovery.alarm-page",
  input: alarmInput,
  allow: canBeAnyone,
  async run({ db, now, input }) {
    const alarm = await findAlarm(db, input.alarm, now)
    if (!alarm) return notShown("recovery.alarm-gone")
    const helpers = alarm.isUsed ? await listHelpers(db, alarm.accountId, now) : []
    return found({ isUsed: alarm.isUsed, helpers })
  },
})
