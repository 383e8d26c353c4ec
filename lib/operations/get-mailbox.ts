import "server-only"
import { required } from "@/lib/env"
import { canBeAnyone } from "@/lib/kernel/actor"
import { found, notShown, read } from "@/lib/kernel/read"
import { listMessages } from "@/lib/mail/mailbox/messages"
import { isStampedDemonstration } from "@/lib/settings/is-stamped-demonstration"
import { getMailboxInput } from "./schema"

/** The newest messages are what a visitor of the demonstration came for. */
const shown = 100

/** The newest messages that this demonstration sent, newest first; not found anywhere but in a demonstration. */
export const getMailbox = read({
  name: "operations.mailbox",
  input: getMailboxInput,
  allow: canBeAnyone,
  async run({ db, input }) {
    if (!(await isStampedDemonstration(db))) return notShown()
    return found(await listMessages(required("MAILBOX_DIR"), { to: input.to || undefined, limit: shown }))
  },
})
