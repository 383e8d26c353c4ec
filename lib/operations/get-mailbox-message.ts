import "server-only"
import { required } from "@/lib/env"
import { canBeAnyone } from "@/lib/kernel/actor"
import { found, notShown, read } from "@/lib/kernel/read"
import { findMessage } from "@/lib/mail/mailbox/messages"
import { isStampedDemonstration } from "@/lib/settings/is-stamped-demonstration"
import { getMailboxMessageInput } from "./schema"

/** One message of the demonstration mailbox. */
export const getMailboxMessage = read({
  name: "operations.mailbox-message",
  input: getMailboxMessageInput,
  allow: canBeAnyone,
  async run({ db, input }) {
    if (!(await isStampedDemonstration(db))) return notShown()
    const message = await findMessage(required("MAILBOX_DIR"), input.messageId)
    return message ? found(message) : notShown()
  },
})
