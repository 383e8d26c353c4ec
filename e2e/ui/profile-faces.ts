import type { Face } from "./faces"

/** Faces of what a unit says of itself: to its SSO Admin, and to the office above it. */
export const profileFaces: Readonly<Record<string, readonly Face[]>> = {
  "/unit/[code]/profile": [
    { at: "/unit/06360207/profile", reader: "somchai.s" },
    { at: "/unit/06360207/profile?refused=profiles.stale", reader: "somchai.s" },
    { at: "/unit/05360204/profile", reader: "prasit.p" },
  ],
}
