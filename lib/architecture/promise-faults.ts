import { join } from "node:path"
import ts from "typescript"
import { codeUnder, type Fault, nodesOf, readHouse, testsOf } from "./tree"

/**
 * Rule 7: no promise is left floating. It is awaited, returned, kept, caught, or dropped by `void` for all to see.
 * The compiler's own types answer; Biome's inference takes minutes on a tree of this size.
 */
export function promiseFaults(root: string, house: string): Fault[] {
  const { config } = ts.readConfigFile(join(house, "tsconfig.json"), ts.sys.readFile)
  const { options } = ts.convertCompilerOptionsFromJson(config.compilerOptions, house)
  const files = readHouse(root)
  const paths = [...codeUnder(files, ""), ...testsOf(files)].map(({ path }) => path)
  const judged = paths.filter((path) => /\.tsx?$/.test(path))
  const program = ts.createProgram(
    judged.map((path) => join(root, path)),
    { ...options, incremental: false },
  )
  const types = program.getTypeChecker()
  return judged.flatMap((path) => {
    const tree = program.getSourceFile(join(root, path))
    if (!tree) return []
    return [...nodesOf(tree)]
      .filter(ts.isExpressionStatement)
      .filter(({ expression }) => isFloating(expression, types))
      .map((node) => ({ rule: "7-floating-promise", path, note: node.getText(tree).split("\n")[0] ?? "" }))
  })
}

function isFloating(expression: ts.Expression, types: ts.TypeChecker): boolean {
  if (ts.isAwaitExpression(expression) || ts.isVoidExpression(expression) || isCaught(expression))
    return false
  if (ts.isBinaryExpression(expression) && expression.operatorToken.getText().endsWith("=")) return false
  const type = types.getTypeAtLocation(expression)
  return (type.isUnion() ? type.types : [type]).some((part) => part.symbol?.name === "Promise")
}

/** `promise.catch(…)` and `promise.then(…, …)` say what happens to a failure. */
function isCaught(expression: ts.Expression): boolean {
  if (!ts.isCallExpression(expression) || !ts.isPropertyAccessExpression(expression.expression)) return false
  const { text } = expression.expression.name
  return text === "catch" || (text === "then" && expression.arguments.length === 2)
}
