import "server-only"
import { listLiveSessions } from "@/db/queries/sessions"
import { canBeAccount } from "@/lib/kernel/actor"
import { found, read } from "@/lib/kernel/read"
import { mySessionsInput } from "./schema"

/** One's own live sessions, the asking one marked. */
export const getMySessions = read({
  name: "sessions.mine",
  input: mySessionsInput,
  allow: canBeAccount,
  async run({ db, actor, now }) {
    const rows = await listLiveSessions(db, actor.accountId, now)
    return found(rows.map((row) => ({ ...row, isThisOne: row.id === actor.sessionId })))
  },
})
