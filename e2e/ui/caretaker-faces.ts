import type { Face } from "./faces"

/** Faces of the care of a unit: of one that has an SSO Admin, and of one that has none, to the office above it; and of oversight. */
export const caretakerFaces: Readonly<Record<string, readonly Face[]>> = {
  "/unit/[code]/caretaker": [
    { at: "/unit/06360207/caretaker", reader: "somchai.s" },
    { at: "/unit/06360504/caretaker", reader: "prasit.p" },
  ],
  "/unit/[code]/succession": [
    { at: "/unit/06360207/succession", reader: "somchai.s" },
    { at: "/unit/06360504/succession", reader: "prasit.p" },
  ],
  "/oversight": [{ at: "/oversight", reader: "kanda.d", leadsTo: "/oversight/3602" }],
  "/oversight/[code]": [
    { at: "/oversight/36", reader: "prasit.p" },
    { at: "/oversight/00", reader: "dla.officer" },
  ],
}
