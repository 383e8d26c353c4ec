import { ui } from "./th/ui"

/** Thai, the source language: one file a room. */
export const th = { ui } as const
