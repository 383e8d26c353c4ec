import { z } from "zod"

/** Who signs in where, in the name of which membership. */
export const signInAtInput = z.object({
  clientId: z.string().max(100),
  grantId: z.string().max(100),
  membershipId: z.uuid(),
})

/** At whose door somebody stands. */
export const doorInput = z.object({ clientId: z.string().max(100) })
