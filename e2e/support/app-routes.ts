import { readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"

const app = join(import.meta.dirname, "..", "..", "app")

/** A route as the `app/` tree has it. */
export type AppRoute = {
  /** Such as `/m/[slug]/file`. */
  readonly pattern: string
  /** A page, not an endpoint. */
  readonly isScreen: boolean
  readonly methods: readonly string[]
  /** Names of the query that its file reads. */
  readonly query: readonly string[]
}

/** All routes of the portal, read from the tree, so that a new one cannot be forgotten. */
export function appRoutes(): AppRoute[] {
  return readdirSync(app, { recursive: true, encoding: "utf8" })
    .filter((file) => /(?:^|\/)(?:page\.tsx|route\.ts)$/.test(file))
    .map(routeOf)
    .toSorted((a, b) => a.pattern.localeCompare(b.pattern))
}

function routeOf(file: string): AppRoute {
  const text = readFileSync(join(app, file), "utf8")
  const folders = file.split("/").slice(0, -1)
  const pattern = `/${folders.filter((folder) => !folder.startsWith("(")).join("/")}`
  const isScreen = file.endsWith("page.tsx")
  const methods = isScreen
    ? ["GET"]
    : ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE"].filter((method) =>
        new RegExp(`export [^\\n]*\\b${method}\\b`).test(text),
      )
  const query = [
    ...text.matchAll(/\bquery(?:\.(\w+)|\["([\w-]+)"\])|searchParams\.(?:get|has)\("([\w-]+)"\)/g),
  ]
    .map((found) => found[1] ?? found[2] ?? found[3] ?? "")
    .filter((name) => name !== "")
  return { pattern, isScreen, methods, query: [...new Set(query)] }
}
