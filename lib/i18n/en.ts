import { refusals } from "./en/refusals"
import { signin } from "./en/signin"
import { ui } from "./en/ui"
import type { th } from "./th"
import type { Words } from "./words-type"

/** English, as complete as Thai; the type fails when a key is missing. */
export const en: Words<typeof th> = { ui, refusals, signin }
