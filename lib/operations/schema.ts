import { z } from "zod"

/** Which messages of the demonstration mailbox to show. An address that nobody has simply has no mail. */
export const getMailboxInput = z.object({ to: z.string().trim().max(254).optional() })

/** Which message to show. */
export const getMailboxMessageInput = z.object({ messageId: z.uuid() })
