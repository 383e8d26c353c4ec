import "server-only"
import { join } from "node:path"
import { env } from "@/lib/env"
import { diskStore } from "./disk-store"
import type { ObjectStore } from "./object-store"

let store: Promise<ObjectStore> | undefined

/** The storage that the configuration names: a bucket, or a folder of this machine. */
export function configuredStore(): Promise<ObjectStore> {
  store ??= open()
  return store
}

async function open(): Promise<ObjectStore> {
  const { S3_BUCKET, S3_ENDPOINT, S3_REGION, S3_ACCESS_KEY_ID = "", S3_SECRET_ACCESS_KEY = "" } = env
  if (!S3_BUCKET) return diskStore(env.STORAGE_DIR ?? join(env.DLA_SSO_HOME, "documents"))
  // a large package, loaded where it is used
  const { s3Store } = await import("./s3-store")
  return s3Store({
    name: S3_BUCKET,
    endpoint: S3_ENDPOINT,
    region: S3_REGION,
    accessKeyId: S3_ACCESS_KEY_ID,
    secretAccessKey: S3_SECRET_ACCESS_KEY,
  })
}
