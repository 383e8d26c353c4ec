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

// Never part of a sentence, often part of an attack.
const controlCharacters = /\p{Cc}/u

const line = (longest: number) =>
  z
    .string()
    .trim()
    .max(longest, "tooLong")
    .refine((text) => !controlCharacters.test(text), "unreadable")
    .transform((text) => (text === "" ? undefined : text))

/** What the settings screen sends; an empty field takes that part away. `version` is the one that the sender saw. */
export const changeSupportContactInput = z
  .object({
    version: z.coerce.number().int().min(0).max(1_000_000),
    telephone: line(80),
    hoursTh: line(120),
    hoursEn: line(120),
    openChatUrl: line(300).refine(
      (url) => url === undefined || supportContact.shape.openChatUrl.safeParse(url).success,
      "notLine",
    ),
  })
  .transform(({ version, telephone, hoursTh, hoursEn, openChatUrl }, context) => {
    if ((hoursTh === undefined) !== (hoursEn === undefined)) {
      const path = [hoursTh === undefined ? "hoursTh" : "hoursEn"]
      context.addIssue({ code: "custom", path, message: "bothLanguages" })
      return z.NEVER
    }
    const contact: z.output<typeof supportContact> = {
      ...(telephone && { telephone }),
      ...(hoursTh && hoursEn && { hours: { th: hoursTh, en: hoursEn } }),
      ...(openChatUrl && { openChatUrl }),
    }
    return { version, contact }
  })
