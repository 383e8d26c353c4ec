import { z } from "zod"

const unitCode = z.string().regex(/^\d{2,8}$/, "unitWrong")

/** The unit that is looked after, from the address. */
export const caretakerInput = z.object({ unitCode })

/** The same, said outright: the box that tells what follows was ticked. */
export const beginCareInput = z.object({ unitCode, confirmed: z.boolean() })

/** The row whose time is over. */
export const lapseCareInput = z.object({ unitId: z.uuid() })
