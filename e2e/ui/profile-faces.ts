import type { Face } from "./faces"

/** Faces of what a unit says of itself: to its SSO Admin, and to the office above it; and of changes of units. */
export const profileFaces: Readonly<Record<string, readonly Face[]>> = {
  "/unit/[code]/profile": [
    { at: "/unit/06360207/profile", reader: "somchai.s" },
    { at: "/unit/06360207/profile?refused=profiles.stale", reader: "somchai.s" },
    { at: "/unit/05360204/profile", reader: "prasit.p" },
  ],
  "/admin/units/[code]/change": [
    { at: "/admin/units/06360504/change", reader: "dla.officer" },
    { at: "/admin/units/06360504/change?act=change&kind=sao&newCode=1", reader: "dla.officer" },
    {
      at: "/admin/units/06360504/change?act=merge&intoCode=06360207&orderText=x&reason=y",
      reader: "dla.officer",
    },
  ],
}
