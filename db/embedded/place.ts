import { execFileSync } from "node:child_process"
import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  statSync,
  writeFileSync,
} from "node:fs"
import { dirname, join, parse, resolve } from "node:path"

/** User as which the server runs; undefined when it runs as the one who started it. */
export type ServerUser = { readonly uid: number; readonly gid: number } | undefined

/** Where a home keeps its cluster, and who owns it. */
export type Place = { readonly folder: string; readonly user: ServerUser }

/**
 * PostgreSQL refuses to run as root, so for root it runs as `nobody`, who cannot reach a home below a closed folder
 * such as /root. Then the cluster stands in a folder of its own, owned by root and with a name that nobody can guess or
 * have made before; the home notes its name.
 */
export function placeOf(home: string): Place {
  mkdirSync(home, { recursive: true })
  if (process.getuid?.() !== 0) return { folder: home, user: undefined }
  chmodSync(home, statSync(home).mode | 0o011)
  const folder = isOpenToAll(home) ? home : outsideFolder(home)
  return { folder, user: ownerOf(join(folder, "pgdata")) ?? nobody() }
}

/** A cluster that a normal user made keeps its owner when root starts it. */
function ownerOf(data: string): ServerUser {
  if (!existsSync(data)) return undefined
  const { uid, gid } = statSync(data)
  return uid === 0 ? undefined : { uid, gid }
}

function nobody(): ServerUser {
  const number = (flag: string) => Number(execFileSync("id", [flag, "nobody"], { encoding: "utf8" }))
  return { uid: number("-u"), gid: number("-g") }
}

/** Whether every folder on the way may be passed by anyone. */
export function isOpenToAll(folder: string): boolean {
  for (let step = resolve(folder); ; step = dirname(step)) {
    if ((statSync(step).mode & 0o001) === 0) return false
    if (step === parse(step).root) return true
  }
}

function outsideFolder(home: string): string {
  const note = join(home, "database-place")
  if (existsSync(note)) {
    const noted = readFileSync(note, "utf8").trim()
    if (existsSync(noted) && lstatSync(noted).isDirectory() && lstatSync(noted).uid === 0) return noted
  }
  const base = ["/var/lib", "/var/tmp"].find((folder) => existsSync(folder) && isOpenToAll(folder))
  if (!base)
    throw new Error(`no folder outside ${home} can be reached by the user nobody; set DLA_SSO_HOME to one`)
  const made = mkdtempSync(join(base, "dla-sso-"))
  chmodSync(made, 0o711)
  writeFileSync(note, `${made}\n`)
  return made
}
