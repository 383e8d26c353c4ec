import { z } from "zod"

/** Key of the Department's setting: how the central helpdesk is reached. */
export const supportContactKey = "support.contact"

/**
 * How the central helpdesk is reached. Every part may be missing; the page then says so. The telephone is kept as people
 * write it (“0 2241 9000 ต่อ 1234”); LINE OpenChat is a link of LINE's own hosts, since the page turns it into a QR code.
 */
export const supportContact = z.object({
  telephone: z.string().trim().min(1).max(80).optional(),
  hours: z
    .object({ th: z.string().trim().min(1).max(120), en: z.string().trim().min(1).max(120) })
    .optional(),
  openChatUrl: z
    .url({ protocol: /^https$/, hostname: /^(line\.me|openchat\.line\.me|lin\.ee)$/ })
    .max(300)
    .optional(),
})
