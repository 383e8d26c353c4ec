import { readFileSync } from "node:fs"
import { fileURLToPath } from "node:url"
import { describe, expect, it } from "vitest"
import { screenTable, withScreenTable } from "./screen-table"
import { readHouse } from "./tree"

const root = fileURLToPath(new URL("../..", import.meta.url))

describe("the table of screens", () => {
  it("is in README as the tree has it; npm run docs:screens writes it anew", () => {
    const readme = readFileSync(`${root}/README.md`, "utf8")
    expect(readme).toBe(withScreenTable(readme, screenTable(readHouse(root))))
  })

  it("names what a screen runs, and the room where that lives", () => {
    const house = [
      { path: "lib/units/get-units.ts", text: "export const getUnits = read({" },
      {
        path: "app/(public)/units/[code]/page.tsx",
        text: 'import { getUnits } from "@/lib/units/get-units"\n',
      },
    ]
    expect(screenTable(house).split("\n")[2]).toBe(
      "| `/units/[code]` | `app/(public)/units/[code]` | units | `getUnits` |",
    )
  })

  it("refuses a README without a place for it", () => {
    expect(() => withScreenTable("# Nothing", "")).toThrow("no place")
  })
})
