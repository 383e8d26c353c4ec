import { aloneRules } from "./alone-rules.mjs"
import { concerns, doors, rooms } from "./rooms.mjs"
import { screenRules } from "./screen-rules.mjs"

const any = (names) => `(?:${names.join("|")})`
const room = any(rooms)
const concern = any(concerns)
const ours = "^(?:app|components|lib|db|bin|bench|e2e|examples|thaid-sandbox|proxy\\.ts|instrumentation\\.ts)"
const tests = "\\.test\\.tsx?$"
const ground = ["^lib/env\\.ts$", "^lib/log\\.ts$"]

/**
 * A row of the table in house style §3: files under `from` may import `to` and, as types only, `types`.
 * Tests stand beside the code but look from outside, so they are free of the rows (not of cycles or doors).
 */
function row(number, name, from, to, types = [], except = []) {
  const pathNot = [tests, ...except]
  const comment = `House style §3: ${name} may import ${[...to, ...types.map((t) => `types of ${t}`)].join(", ")}`
  const base = { severity: "error", comment, from: { path: from, pathNot } }
  if (types.length === 0) return [{ name: `${number}-${name}`, ...base, to: { path: ours, pathNot: to } }]
  return [
    { name: `${number}-${name}`, ...base, to: { path: ours, pathNot: [...to, ...types] } },
    {
      name: `${number}-${name}-types-only`,
      ...base,
      to: { path: types, pathNot: to, dependencyTypesNot: ["type-only"] },
    },
  ]
}

/** Steps of the rooms to the left, and only the room's own queries. */
function roomRows() {
  return rooms.flatMap((name, at) => {
    const left = rooms.slice(0, at + 1)
    const files =
      {
        sessions: "(?:sessions|oidc[a-z-]*)",
        factors: "(?:factors|passkeys)",
        signin: "(?:signin[a-z-]*|thaid)",
        orders: "order[a-z-]*",
        access: "(?:access|memberships|unit-standing|offers)",
        webhooks: "webhook[a-z-]*",
      }[name] ?? `${name}[a-z-]*`
    const own = `^db/queries/${files}\\.ts$`
    const to = [
      `^lib/${any(left)}/`,
      "^lib/kernel/",
      `^lib/${concern}/`,
      ...ground,
      // which of them is rule 2, below
      "^db/queries/",
    ]
    return [
      ...row(1, `room-${name}`, `^lib/${name}/`, to, ["^db/schema/", "^db/types\\.ts$"]),
      {
        name: `2-own-queries-${name}`,
        severity: "error",
        comment: "House style rule 2: each room uses its own queries",
        from: { path: `^lib/${name}/`, pathNot: tests },
        to: { path: "^db/queries/", pathNot: own },
      },
    ]
  })
}

function concernRows() {
  return concerns.flatMap((name) => {
    const to = [
      `^lib/${name}/`,
      ...ground,
      `^db/queries/${name}\\.ts$`,
      ...(name === "crypto" ? [] : ["^lib/crypto/"]),
      ...(name === "i18n" ? [] : ["^lib/i18n/"]),
      // strangers' workbooks are opened where their documents are: in a process that knows no secret
      ...(name === "sheets" ? ["^lib/storage/contained\\.ts$"] : []),
    ]
    return row(1, `concern-${name}`, `^lib/${name}/`, to, ["^lib/kernel/", "^db/types\\.ts$", "^db/schema/"])
  })
}

const rows = [
  ...row(
    1,
    "app",
    "^app/",
    ["^app/", "^components/", "^lib/http/", "^lib/i18n/", `^lib/${room}/`, "^lib/oidc/"],
    ["^lib/kernel/"],
  ),
  ...row(
    1,
    "components",
    "^components/([^/]+)/",
    ["^components/$1/", "^components/ui/", "^lib/i18n/", `^lib/${room}/(?:schema|rules)\\.ts$`],
    ["^lib/kernel/"],
    ["^components/(?:ui|frame)/"],
  ),
  ...row(1, "components-ui", "^components/ui/", ["^components/ui/"]),
  ...row(1, "components-frame", "^components/frame/", [
    "^components/(?:frame|ui)/",
    "^lib/i18n/",
    "^lib/http/",
    `^lib/${room}/(?:schema|rules)\\.ts$`,
  ]),
  ...row(
    1,
    "http",
    "^lib/http/",
    [
      "^lib/http/",
      "^lib/kernel/",
      "^lib/sessions/",
      "^lib/rate-limit/",
      "^lib/i18n/",
      "^db/client\\.ts$",
      ...ground,
    ],
    ["^db/types\\.ts$"],
  ),
  ...row(1, "kernel", "^lib/kernel/", ["^lib/kernel/", "^db/types\\.ts$", "^db/queries/audit\\.ts$"]),
  ...row(
    1,
    "jobs",
    "^lib/(?:jobs|oidc)/",
    [
      "^lib/(?:jobs|oidc|kernel)/",
      `^lib/${room}/`,
      `^lib/${concern}/`,
      ...ground,
      "^db/(?:client|listen|types)\\.ts$",
      "^db/queries/(?:jobs|oidc[a-z-]*)\\.ts$",
      // the provider's own pages look like the portal's, and end its session with its cookie
      "^lib/http/(?:cookies|plain-html)\\.ts$",
    ],
    ["^db/schema/"],
    ["^lib/oidc/process/"],
  ),
  // where the provider meets the web: in the portal, and as a process of its own
  ...row(1, "oidc-process", "^lib/oidc/process/", [
    "^lib/oidc/",
    "^lib/http/",
    "^lib/kernel/",
    "^lib/operations/",
    ...ground,
    "^db/client\\.ts$",
  ]),
  ...row(
    1,
    "queries",
    "^db/queries/",
    [
      "^db/schema/",
      "^db/types\\.ts$",
      "^db/prebuilt\\.ts$",
      // conditions that several queries share stand in files of predicates
      "^db/queries/(?:access|advisory-locks|kept-plan|[a-z]+-predicates|rate-limit)\\.ts$",
      "^db/migrations/meta/_journal\\.json$",
    ],
    ["^lib/kernel/"],
  ),
  ...row(1, "schema", "^db/schema/", ["^db/schema/", "^lib/kernel/actor\\.ts$"]),
  ...row(1, "ground", "^lib/(?:env|log)\\.ts$", ground),
  ...row(
    1,
    "db",
    "^db/",
    ["^db/", "^lib/(?!http/|architecture/)", "^bin/[^/]+\\.mjs$"],
    [],
    ["^db/(?:queries|schema)/"],
  ),
]

const doorRules = doors.map(({ packages, behind }) => ({
  name: `5-one-door-${packages[0].replace(/\W+/g, "-").replace(/^-/, "")}`,
  severity: "error",
  comment: `House style rule 5: ${packages.join(", ")} only in ${behind.join(", ")}`,
  from: { pathNot: [...behind.map((place) => `^${place.replaceAll(".", "\\.")}`), "^lib/architecture/"] },
  to: { path: packages.map((name) => `(?:^|/)node_modules/${name}/|^${name}(?:/|$)`) },
}))

/** Everything that dependency-cruiser holds the tree at `root` to, as its `forbidden` list. */
export function importRules(root) {
  return [
    {
      name: "1-no-cycles",
      severity: "error",
      comment: "House style rule 1: no cycles, of types neither",
      from: {},
      to: { circular: true },
    },
    {
      name: "1-resolves",
      severity: "error",
      comment: "An import that leads nowhere cannot be judged",
      from: {},
      to: { couldNotResolve: true, pathNot: ["^server-only$", "^node:"] },
    },
    {
      name: "1-tests-are-not-imported",
      severity: "error",
      comment: "What exists for tests stays out of the product",
      from: { pathNot: [tests, "^db/", "^lib/architecture/"] },
      to: { path: [tests, "^db/(?:testing|factories)/", "^lib/architecture/", "^(?:e2e|bench)/"] },
    },
    {
      name: "2-database-only-below",
      severity: "error",
      comment: "House style rule 2: only db/ and lib/ touch the database",
      from: { path: "^(?:app|components|proxy\\.ts|instrumentation\\.ts)", pathNot: tests },
      to: { path: "^db/" },
    },
    ...aloneRules(ours, tests),
    ...rows,
    ...roomRows(),
    ...concernRows(),
    ...screenRules(root),
    ...doorRules,
  ]
}

/** Options that the command line and the test share. */
export const cruiseOptions = {
  doNotFollow: { path: ["node_modules"] },
  exclude: { path: ["^lib/architecture/faults/", "(?:^|/)\\.next/"] },
  // `import type` is an import: a type that leaks upwards ties two rooms as firmly as a value
  tsPreCompilationDeps: true,
  enhancedResolveOptions: {
    exportsFields: ["exports"],
    conditionNames: ["import", "require", "node", "default", "types"],
    mainFields: ["module", "main", "types"],
  },
}
