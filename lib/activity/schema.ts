import { z } from "zod"

/** Which page of the list; whatever else is typed is the first. */
export const activityInput = z.object({
  page: z.coerce.number().int().min(1).max(100_000).catch(1),
})
