/** Date of the privacy notice's wording; it changes with the words. */
export const privacyNoticeDatedOn = new Date("2026-11-21T00:00:00+07:00")
