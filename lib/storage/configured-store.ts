import "server-only"
import { join } from "node:path"
import { env } from "@/lib/env"
import { diskStore } from "./disk-store"
import type { ObjectStore } from "./object-store"

let store: ObjectStore | undefined

/** The storage that the configuration names: a folder of this machine. */
export function configuredStore(): ObjectStore {
  store ??= diskStore(env.STORAGE_DIR ?? join(env.DLA_SSO_HOME, "documents"))
  return store
}
