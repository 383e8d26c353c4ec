import { codeUnder, type HouseFile } from "./tree"

const begin = "<!-- screens -->\n"
const end = "<!-- /screens -->"
const routeFile = /^app\/(?:(.*)\/)?(?:page\.tsx|route\.ts)$/
const work = /\bexport const (\w+) = (?:command|read)\(/g
const imported = /^import (?!type)[^"]*"([^"]+)"/gm

/**
 * README's table of screens and endpoints: folder, rooms, and the commands and reads that each runs, read from the
 * file tree and the imports of the folder's own files.
 */
export function screenTable(house: readonly HouseFile[]): string {
  const works = worksOf(house)
  const app = codeUnder(house, "app/")
  const lines = app
    .flatMap(({ path }) => routeFile.exec(path)?.[1] ?? [])
    .toSorted()
    .map((folder) => lineOf(folder, app, works))
  return [
    "| screen or endpoint | folder | rooms | commands and reads |",
    "| --- | --- | --- | --- |",
    ...lines,
    "",
  ].join("\n")
}

/**
 * README with the table put between its two markers.
 *
 * @throws when README has no markers
 */
export function withScreenTable(readme: string, table: string): string {
  const from = readme.indexOf(begin)
  const to = readme.indexOf(end)
  if (from < 0 || to < from) throw new Error("README.md has no place for the table of screens")
  return readme.slice(0, from + begin.length) + table + readme.slice(to)
}

/** The commands and reads that each module of `lib/` gives, by the module's address. */
function worksOf(house: readonly HouseFile[]): Map<string, string[]> {
  return new Map(
    codeUnder(house, "lib/").map(({ path, text }) => [
      `@/${path.replace(/\.tsx?$/, "")}`,
      [...text.matchAll(work)].flatMap((found) => found[1] ?? []),
    ]),
  )
}

function lineOf(folder: string, app: readonly HouseFile[], works: Map<string, string[]>): string {
  const own = app.filter(({ path }) => path.slice(0, path.lastIndexOf("/")) === `app/${folder}`)
  const modules = own.flatMap(({ text }) => [...text.matchAll(imported)].flatMap((found) => found[1] ?? []))
  const used = [...new Set(modules)].filter((module) => (works.get(module) ?? []).length > 0)
  const rooms = used.map((module) => module.split("/")[2] ?? "")
  const names = used.flatMap((module) => works.get(module) ?? [])
  const pattern = folder.split("/").filter((part) => !part.startsWith("("))
  const cells = [`\`/${pattern.join("/")}\``, `\`app/${folder}\``, listed(rooms), listed(names, "`")]
  return `| ${cells.join(" | ")} |`
}

function listed(names: readonly string[], mark = ""): string {
  const shown = [...new Set(names)].toSorted().map((name) => `${mark}${name}${mark}`)
  return shown.join(", ") || "–"
}
