import { z } from "zod"

/** The launcher's search words, from the address. */
export const launcherInput = z.object({
  q: z.string().max(200).catch("").default(""),
})
