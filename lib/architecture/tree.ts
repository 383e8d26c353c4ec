import { execFileSync } from "node:child_process"
import { existsSync, readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import ts from "typescript"

/** A file of the house: its path from the root, with forward slashes, and its text. */
export type HouseFile = { readonly path: string; readonly text: string }

/** What is wrong, by which check, and where. */
export type Fault = { readonly rule: string; readonly path: string; readonly note: string }

const source = /\.(?:tsx?|mjs|cjs)$/
const test = /\.(?:test|spec)\.tsx?$/

/**
 * Every text file of the house. Of a checkout that is what git tracks or would; of a planted fault, all of it.
 * The planted faults themselves never belong to the house.
 */
export function readHouse(root: string): HouseFile[] {
  const paths = existsSync(join(root, ".git")) ? tracked(root) : walk(root, "")
  return paths
    .filter((path) => !path.startsWith("lib/architecture/faults/") && existsSync(join(root, path)))
    .filter((path) => !/\.(?:png|jpe?g|woff2?|pdf|ico|gz|zip)$/.test(path))
    .map((path) => ({ path, text: readFileSync(join(root, path), "utf8") }))
}

function tracked(root: string): string[] {
  const asked = ["ls-files", "--cached", "--others", "--exclude-standard", "-z"]
  const listed = execFileSync("git", asked, { cwd: root, encoding: "utf8", maxBuffer: 64 * 1024 * 1024 })
  return listed.split("\0").filter((path) => path !== "")
}

function walk(root: string, folder: string): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = folder === "" ? entry.name : `${folder}/${entry.name}`
    return entry.isDirectory() ? walk(root, path) : [path]
  })
}

/** The code under some folders, tests left out. */
export function codeUnder(house: readonly HouseFile[], ...folders: readonly string[]): HouseFile[] {
  return house.filter(
    ({ path }) => source.test(path) && !test.test(path) && folders.some((folder) => path.startsWith(folder)),
  )
}

/** The tests of the house. */
export function testsOf(house: readonly HouseFile[]): HouseFile[] {
  return house.filter(({ path }) => test.test(path))
}

/** The syntax tree of a file. */
export function parsed(file: HouseFile): ts.SourceFile {
  return ts.createSourceFile(file.path, file.text, ts.ScriptTarget.Latest, true)
}

/** Every node below one, itself included. */
export function* nodesOf(node: ts.Node): Generator<ts.Node> {
  yield node
  for (const child of node.getChildren()) yield* nodesOf(child)
}

/** Whether a statement is exported by its own keyword. */
export function isExported(node: ts.Node): boolean {
  return (
    ts.canHaveModifiers(node) &&
    (ts.getModifiers(node) ?? []).some((m) => m.kind === ts.SyntaxKind.ExportKeyword)
  )
}

/** Whether the first statement of a file or block is this directive, such as `use server`. */
export function opensWith(statements: readonly ts.Statement[], directive: string): boolean {
  const first = statements[0]
  return (
    first !== undefined &&
    ts.isExpressionStatement(first) &&
    ts.isStringLiteral(first.expression) &&
    first.expression.text === directive
  )
}
