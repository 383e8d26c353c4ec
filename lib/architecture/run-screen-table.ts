import { readFileSync, writeFileSync } from "node:fs"
import { fileURLToPath } from "node:url"
import { screenTable, withScreenTable } from "./screen-table"
import { readHouse } from "./tree"

// `npm run docs:screens`: writes README's table of screens anew.
const root = fileURLToPath(new URL("../..", import.meta.url))
const readme = `${root}/README.md`
writeFileSync(readme, withScreenTable(readFileSync(readme, "utf8"), screenTable(readHouse(root))))
