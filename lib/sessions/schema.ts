import { z } from "zod"

export const signOutInput = z.object({})

export const endSessionInput = z.object({ sessionId: z.uuid() })

export const endOtherSessionsInput = z.object({})

export const chooseMembershipInput = z.object({ membershipId: z.uuid() })

export const mySessionsInput = z.object({})
