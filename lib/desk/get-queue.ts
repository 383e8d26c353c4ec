import "server-only"
import { findQueueLength, findUndoable, listQueue } from "@/db/queries/desk-queue"
import { readHolidays, workingDaysBetween } from "@/lib/cases/working-days"
import { found, read } from "@/lib/kernel/read"
import { parseQuery } from "./parse-query"
import { queueScope } from "./queue-scope"
import { queueInput } from "./schema"
import { canDecideSomething, canSeeDesk } from "./standing"

const linesPerPage = 25

/** Beyond this many a queue is “more than”. */
const countedTo = 100

/** A page of the queue: the cases within reach that the query bar asks for, those marked that the reviewer may decide. */
export const getQueue = read({
  name: "desk.queue",
  input: queueInput,
  allow: canSeeDesk,
  async run({ db, actor, now, input }) {
    const query = parseQuery(input.q)
    const scope = await queueScope(db, actor, now)
    const [lines, count, holidays, undoable] = await Promise.all([
      listQueue(db, query, scope, { after: input.after, limit: linesPerPage + 1 }),
      findQueueLength(db, query, scope, countedTo),
      readHolidays(db),
      findUndoable(db, actor.accountId, now),
    ])
    const shown = lines.slice(0, linesPerPage)
    return found({
      lines: shown.map((line) => ({
        ...line,
        waitedDays: workingDaysBetween(line.waitingSince, now, holidays),
      })),
      count,
      isCountOpen: count === countedTo,
      after: lines.length > linesPerPage ? shown.at(-1)?.number : undefined,
      unknown: query.unknown,
      canDecide: canDecideSomething(actor),
      undoable,
      now,
    })
  },
})
