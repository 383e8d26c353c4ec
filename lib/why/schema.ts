import { z } from "zod"

/** Which system, and whose facts: one's own, or those of a member of a unit in one's power. Nonsense is nothing. */
export const whyInput = z.object({
  system: z
    .string()
    .regex(/^[A-Z0-9-]{1,40}$/)
    .catch("")
    .default(""),
  member: z.uuid().or(z.literal("")).catch("").default(""),
  /** The number of a refused sign-in, as its person read it out. */
  trace: z.string().max(60).catch("").default(""),
})

/** At which system somebody was refused. */
export const noteRefusalInput = z.object({ system: z.string().regex(/^[A-Z0-9-]{1,40}$/) })
