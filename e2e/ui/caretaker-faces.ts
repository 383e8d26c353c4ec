import type { Face } from "./faces"

/** Faces of the care of a unit: of one that has an SSO Admin, and of one that has none, to the office above it. */
export const caretakerFaces: Readonly<Record<string, readonly Face[]>> = {
  "/unit/[code]/caretaker": [
    { at: "/unit/06360207/caretaker", reader: "somchai.s" },
    { at: "/unit/06360504/caretaker", reader: "prasit.p" },
  ],
}
