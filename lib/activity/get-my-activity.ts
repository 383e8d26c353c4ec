import "server-only"
import { listActivity } from "@/db/queries/activity"
import { canBeAccount } from "@/lib/kernel/actor"
import { found, read } from "@/lib/kernel/read"
import { linesPerPage, shownDays } from "./rules"
import { activityInput } from "./schema"

/** What happened with one's own account, the newest first; failures in a row are one line with their number. */
export const getMyActivity = read({
  name: "activity.mine",
  input: activityInput,
  allow: canBeAccount,
  async run({ db, actor, now, input: { page } }) {
    const since = new Date(now.getTime() - shownDays * 24 * 60 * 60 * 1000)
    const { lines, total } = await listActivity(db, {
      accountId: actor.accountId,
      since,
      limit: linesPerPage,
      offset: (page - 1) * linesPerPage,
    })
    return found({ lines, page, pages: Math.ceil(total / linesPerPage) })
  },
})
