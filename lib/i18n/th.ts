import { refusals } from "./th/refusals"
import { signin } from "./th/signin"
import { ui } from "./th/ui"

/** Thai, the source language: one file a room. */
export const th = { ui, refusals, signin } as const
