import { refusals } from "./th/refusals"
import { ui } from "./th/ui"

/** Thai, the source language: one file a room. */
export const th = { refusals, ui } as const
