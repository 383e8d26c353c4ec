import { z } from "zod"

/** Who signs in where, in the name of which membership. */
export const signInAtInput = z.object({
  clientId: z.string().max(100),
  grantId: z.string().max(100),
  membershipId: z.uuid(),
  /** Whether the person agreed that the system gets the national ID; nothing where it did not ask. */
  nationalId: z.enum(["agreed", "withheld"]).optional(),
})

/** At whose door somebody stands. */
export const doorInput = z.object({ clientId: z.string().max(100) })

/** What an operator wants done with the keys ahead of their time: the next ones published, or put in force. */
export const keepKeysInput = z.object({ ahead: z.enum(["publish", "turn"]).optional() })
