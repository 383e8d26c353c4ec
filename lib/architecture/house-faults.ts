import ts from "typescript"
import { kernelFiles } from "./rooms.mjs"
import { codeUnder, type Fault, type HouseFile, isExported, nodesOf, parsed, testsOf } from "./tree"

const vague = new Set(["util", "utils", "helper", "helpers", "common", "shared", "misc", "index"])
const emptyVerbs = /(?:^|\/)(?:handle|process|manage|do)-[^/]+\.tsx?$/

/** Rule 6: no name under which anything could lie, no verb that says nothing, and a kernel that is a closed list. */
export function nameFaults(house: readonly HouseFile[]): Fault[] {
  const places = [
    "app/",
    "components/",
    "lib/",
    "db/",
    "bin/",
    "bench/",
    "e2e/",
    "thaid-sandbox/",
    "examples/",
  ]
  return codeUnder([...house], ...places).flatMap(({ path }) => {
    const bare = path.replace(/(?:\.[a-z]+)+$/, "")
    const fault = (note: string): Fault => ({ rule: "6-names", path, note })
    if (bare.split("/").some((name) => vague.has(name)))
      return [fault("a name under which anything could lie")]
    if (/^(?:app|lib)\//.test(path) && emptyVerbs.test(path)) return [fault("a verb that says nothing")]
    const kernel = /^lib\/kernel\/([^/]+)\.ts$/.exec(path)?.[1]
    return kernel && !kernelFiles.includes(kernel) ? [fault("the kernel is a closed list")] : []
  })
}

function closedList(house: readonly HouseFile[], path: string, name: string): string[] | null {
  const file = house.find((candidate) => candidate.path === path)
  if (!file) return null
  for (const node of nodesOf(parsed(file))) {
    if (!ts.isVariableDeclaration(node) || node.name.getText() !== name || !node.initializer) continue
    return [...nodesOf(node.initializer)].filter(ts.isStringLiteral).map((literal) => literal.text)
  }
  return null
}

/**
 * Every refusal code of the closed union is given by some command and provoked by a test that runs one. The codes of
 * a room are due as soon as the room has a command.
 */
export function refusalFaults(house: readonly HouseFile[]): Fault[] {
  const path = "lib/kernel/refusal.ts"
  const aboutUnits = "lib/kernel/unit-refusal-codes.ts"
  const codes = [
    ...(closedList(house, path, "refusalCodes") ?? []),
    ...(closedList(house, aboutUnits, "unitRefusalCodes") ?? []),
  ]
  if (codes.length === 0) return [{ rule: "3-refusals", path, note: "no closed list of refusal codes" }]
  const code = codeUnder(house, "lib/", "app/").filter(
    (file) => !/^lib\/(?:i18n|architecture)\//.test(file.path),
  )
  const given = code.filter((file) => file.path !== path && file.path !== aboutUnits).map((file) => file.text)
  const tests = testsOf(house).filter((file) =>
    /\b(?:execute|look|runCommand|runRead|fetch|post)\(/.test(file.text),
  )
  return codes.flatMap((name) => {
    const room = name.includes(".") ? name.split(".")[0] : "kernel"
    const quoted = `"${name}"`
    if (!code.some((f) => f.path.startsWith(`lib/${room}/`) && /\bcommand\(\{|\bexecute\b/.test(f.text)))
      return []
    const notes = []
    if (!given.some((text) => text.includes(quoted))) notes.push(`${name} is given by nothing`)
    if (!tests.some((file) => file.text.includes(quoted))) notes.push(`${name} is provoked by no test`)
    return notes.map((note) => ({ rule: "3-refusals", path, note }))
  })
}

const upkeep = /^(?:touch|count|lease|settle|purge)[A-Z]/

const write = /\.(?:insert|update|delete|execute)\b/

/** Whether a query runs a statement, one of drizzle's or one that its file built beforehand. */
function asks(file: HouseFile, query: string): boolean {
  const built = [...file.text.matchAll(/^const (\w+) = prebuilt\(/gm)].map(([, name]) => name)
  return write.test(query) || built.some((name) => new RegExp(`\\b${name}\\b`).test(query))
}

/** Steps and writing queries of upkeep, which leave no audit event, are named in one list, and it names no others. */
export function housekeepingFaults(house: readonly HouseFile[]): Fault[] {
  const path = "lib/kernel/housekeeping.ts"
  const listed = closedList(house, path, "housekeeping")
  if (!listed) return [{ rule: "3-housekeeping", path, note: "no list of housekeeping steps" }]
  const found = codeUnder(house, "lib/", "db/queries/").flatMap((file) =>
    parsed(file).statements.flatMap((statement) => {
      if (!ts.isFunctionDeclaration(statement) || !isExported(statement)) return []
      const name = statement.name?.text ?? ""
      const isOnRows = ["tx", "db"].includes(statement.parameters[0]?.name.getText() ?? "")
      const isWriting = file.path.startsWith("lib/") || asks(file, statement.getText())
      return isOnRows && isWriting && upkeep.test(name) ? [name] : []
    }),
  )
  return [
    ...found.filter((step) => !listed.includes(step)).map((step) => `${step} is not in the list`),
    ...listed
      .filter((step) => !found.includes(step))
      .map((step) => `${step} is in the list and nowhere else`),
  ].map((note) => ({ rule: "3-housekeeping", path, note }))
}

// Folders of the people who write this; hosts from which packages came, other than the public registry.
const traces = [
  { files: /./, trace: /(?<![\w.-])\/(?:work|root|Users\/\w+|home\/(?!user\b)\w+)\/[\w.-]+/ },
  { files: /package-lock\.json$/, trace: /"resolved": "(?!https:\/\/registry\.npmjs\.org\/)[^"]+"/ },
  { files: /\.npmrc$/, trace: /registry\s*=.*/ },
]

/** Nothing in the house tells on which machine it was built. */
export function traceFaults(house: readonly HouseFile[]): Fault[] {
  return house.flatMap(({ path, text }) =>
    traces.flatMap(({ files, trace }) => {
      const note = files.test(path) ? trace.exec(text)?.[0] : undefined
      return note ? [{ rule: "10-no-traces", path, note }] : []
    }),
  )
}
