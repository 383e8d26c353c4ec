import ts from "typescript"
import { codeUnder, type Fault, type HouseFile, isExported, nodesOf, opensWith, parsed } from "./tree"

/** Callees that an action may use besides `runCommand`: reading the form, and going on. */
const actionCallees = new Set([
  "runCommand",
  "redirect",
  "refresh",
  "revalidatePath",
  "revalidateTag",
  "Object.fromEntries",
  "formData.get",
  "formData.getAll",
  "formData.entries",
])

/** Rule 3: files that say `use server` run commands, then refresh, redirect or return; nothing else. */
export function actionFaults(house: readonly HouseFile[]): Fault[] {
  return codeUnder(house, "app/", "components/", "lib/").flatMap((file) => {
    if (!/["']use server["']/.test(file.text) || file.path.startsWith("lib/architecture/")) return []
    const tree = parsed(file)
    const fault = (note: string): Fault => ({ rule: "3-actions-run-commands", path: file.path, note })
    if (!opensWith(tree.statements, "use server"))
      return [fault("an action stands in a file of actions, not inline")]
    const callees = [...nodesOf(tree)]
      .filter(ts.isCallExpression)
      .map((call) => call.expression.getText(tree))
    const strange = callees
      .filter((callee) => !actionCallees.has(callee))
      .map((callee) => fault(`calls ${callee}`))
    return callees.includes("runCommand") ? strange : [...strange, fault("runs no command")]
  })
}

const changing = new Set(["POST", "PUT", "PATCH", "DELETE"])

/**
 * Every handler that changes something is wrapped in `postHandler` or, with files, in `uploadHandler`, `filesHandler` or
 * `bytesHandler`: all refuse a post from another's page.
 */
export function postFaults(house: readonly HouseFile[]): Fault[] {
  return codeUnder(house, "app/").flatMap((file) => {
    // next-auth's own handler checks its own token
    if (!/\/route\.tsx?$/.test(file.path) || file.path.startsWith("app/api/auth/")) return []
    return exportedHandlers(parsed(file)).flatMap(({ name, isWrapped }) =>
      isWrapped || !changing.has(name)
        ? []
        : [{ rule: "3-post-handler", path: file.path, note: `${name} is not postHandler(…)` }],
    )
  })
}

function exportedHandlers(tree: ts.SourceFile): { name: string; isWrapped: boolean }[] {
  return tree.statements.flatMap((statement) => {
    if (ts.isExportDeclaration(statement)) {
      const named =
        statement.exportClause && ts.isNamedExports(statement.exportClause)
          ? statement.exportClause.elements
          : []
      return [...named].map((element) => ({ name: element.name.text, isWrapped: false }))
    }
    if (!isExported(statement)) return []
    if (ts.isFunctionDeclaration(statement)) return [{ name: statement.name?.text ?? "", isWrapped: false }]
    if (!ts.isVariableStatement(statement)) return []
    return statement.declarationList.declarations.map(({ name, initializer }) => ({
      name: name.getText(tree),
      isWrapped: /^(?:postHandler|uploadHandler|filesHandler|bytesHandler)\s*[(<]/.test(
        initializer?.getText(tree) ?? "",
      ),
    }))
  })
}

/**
 * Rule 8: the clock is read in lib/http and lib/jobs only, and where the OpenID Provider, which has a process of its own
 * too, is started; everyone else is told what time it is.
 */
export function clockFaults(house: readonly HouseFile[]): Fault[] {
  const places = ["app/", "components/", "lib/", "db/queries/", "db/schema/"]
  return codeUnder(house, ...places).flatMap((file) => {
    if (/^lib\/(?:(?:http|jobs|architecture)\/|oidc\/(?:running|process\/run)\.ts$)/.test(file.path))
      return []
    const tree = parsed(file)
    const readings = [...nodesOf(tree)].filter(isClockReading)
    return readings.map((node) => ({ rule: "8-clock", path: file.path, note: node.getText(tree) }))
  })
}

function isClockReading(node: ts.Node): boolean {
  if (ts.isNewExpression(node))
    return node.expression.getText() === "Date" && (node.arguments?.length ?? 0) === 0
  return ts.isCallExpression(node) && ["Date", "Date.now"].includes(node.expression.getText())
}

/** `import "server-only"` opens every file of lib but those that a browser may hold. */
export function serverOnlyFaults(house: readonly HouseFile[]): Fault[] {
  return codeUnder(house, "lib/").flatMap((file) => {
    if (/^lib\/(?:kernel|i18n|architecture)\//.test(file.path)) return []
    if (/\/(?:schema|rules)\.ts$/.test(file.path)) return []
    const [first] = parsed(file).statements
    const opens =
      first && ts.isImportDeclaration(first) && !first.importClause && /server-only/.test(first.getText())
    return opens
      ? []
      : [{ rule: "1-server-only", path: file.path, note: 'does not open with import "server-only"' }]
  })
}

/** What other rooms call in the grammar, the keys and the web is explained where it stands. */
export function docstringFaults(house: readonly HouseFile[]): Fault[] {
  return codeUnder(house, "lib/kernel/", "lib/crypto/", "lib/http/").flatMap((file) => {
    const tree = parsed(file)
    return tree.statements.flatMap((statement) => {
      if (
        !isExported(statement) ||
        !isExplainable(statement) ||
        ts.getJSDocCommentsAndTags(statement).length > 0
      )
        return []
      return [{ rule: "7-docstrings", path: file.path, note: statement.getText(tree).split("\n")[0] ?? "" }]
    })
  })
}

function isExplainable(statement: ts.Statement): boolean {
  if (ts.isFunctionDeclaration(statement) || ts.isTypeAliasDeclaration(statement)) return true
  if (!ts.isVariableStatement(statement)) return false
  return statement.declarationList.declarations.some(
    ({ initializer }) => initializer && (ts.isArrowFunction(initializer) || ts.isCallExpression(initializer)),
  )
}
