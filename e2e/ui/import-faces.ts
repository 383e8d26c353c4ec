import type { Face } from "./faces"

/** Faces of bringing users in by a workbook, to the SSO Admin of a unit. */
export const importFaces: Readonly<Record<string, readonly Face[]>> = {
  "/unit/[code]/import": [{ at: "/unit/06360207/import", reader: "somchai.s" }],
}
