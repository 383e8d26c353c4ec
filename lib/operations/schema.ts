import { z } from "zod"

/** Which messages of the demonstration mailbox to show. An address that nobody has simply has no mail. */
export const getMailboxInput = z.object({ to: z.string().trim().max(254).optional() })

/** Which message to show. */
export const getMailboxMessageInput = z.object({ messageId: z.uuid() })

/** A member of the demonstration's cast: how to sign in, and what to expect. */
export const castCard = z.object({
  username: z.string(),
  password: z.string().nullable(),
  email: z.string().nullable(),
  nationalId: z.string(),
  name: z.string(),
  unitCode: z.string(),
  power: z.string(),
  expects: z.enum(["portal", "refused"]),
})

/** A card of the cast. */
export type CastCard = z.infer<typeof castCard>
