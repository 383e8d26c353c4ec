import "server-only"
import { randomUUID } from "node:crypto"
import { mkdir, open, opendir, readFile, rename, rm, rmdir, stat } from "node:fs/promises"
import { dirname, join, relative, sep } from "node:path"
import { type ObjectStore, type StoredObject, soundKey } from "./object-store"

/** Unfinished writes; a listing shows them too, so that those of a killed process are found and swept. */
const unfinished = ".unfinished"

/** Objects as files under a folder that nobody else may read. */
export function diskStore(folder: string): ObjectStore {
  const fileOf = (key: string) => join(folder, soundKey(key))
  return {
    async put(key, bytes) {
      const temporary = join(folder, unfinished, randomUUID())
      await mkdir(dirname(temporary), { recursive: true, mode: 0o700 })
      const file = await open(temporary, "wx", 0o600)
      try {
        await file.writeFile(bytes)
        await file.sync()
      } finally {
        await file.close()
      }
      await mkdir(dirname(fileOf(key)), { recursive: true, mode: 0o700 })
      await rename(temporary, fileOf(key))
    },
    async get(key) {
      return await readFile(fileOf(key)).catch(unlessAbsent)
    },
    async remove(key) {
      const file = key.startsWith(`${unfinished}/`)
        ? join(folder, unfinished, soundKey(key.slice(unfinished.length + 1)))
        : fileOf(key)
      await rm(file, { force: true })
      await dropEmpty(folder, dirname(file))
    },
    list: (prefix) => filesUnder(folder, prefix),
  }
}

async function* filesUnder(folder: string, prefix: string): AsyncGenerator<StoredObject> {
  const listing = await opendir(join(folder, prefix), { recursive: true }).catch(unlessAbsent)
  if (!listing) return
  for await (const entry of listing) {
    if (!entry.isFile()) continue
    // `parentPath` is newer than Node 20.9, `path` gone in later ones
    const parent = (entry as { parentPath?: string; path?: string }).parentPath ?? entry.path
    const file = join(parent, entry.name)
    const found = await stat(file).catch(unlessAbsent)
    if (found) yield { key: relative(folder, file).split(sep).join("/"), modifiedAt: found.mtime }
  }
}

/** Empty folders go with their last file, up to the storage itself. */
async function dropEmpty(folder: string, at: string): Promise<void> {
  if (at === folder || !at.startsWith(folder + sep)) return
  const isGone = await rmdir(at).then(
    () => true,
    () => false,
  )
  if (isGone) await dropEmpty(folder, dirname(at))
}

function unlessAbsent(error: NodeJS.ErrnoException): null {
  if (error.code === "ENOENT") return null
  throw error
}
