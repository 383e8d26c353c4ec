import "server-only"
import {
  DeleteObjectCommand,
  GetObjectCommand,
  ListObjectsV2Command,
  NoSuchKey,
  PutObjectCommand,
  S3Client,
} from "@aws-sdk/client-s3"
import { type ObjectStore, type StoredObject, soundKey } from "./object-store"

/** A bucket of an S3-compatible store. */
export type Bucket = {
  readonly name: string
  /** Absent: Amazon's own. */
  readonly endpoint: string | undefined
  readonly region: string
  readonly accessKeyId: string
  readonly secretAccessKey: string
}

/** Objects of a bucket. What lies there is sealed already, so the store is trusted with nothing. */
export function s3Store({ name, endpoint, region, accessKeyId, secretAccessKey }: Bucket): ObjectStore {
  const client = new S3Client({
    region,
    credentials: { accessKeyId, secretAccessKey },
    // stores that are not Amazon's know buckets by path, and often no checksums in trailers
    ...(endpoint ? { endpoint, forcePathStyle: true } : {}),
    requestChecksumCalculation: "WHEN_REQUIRED",
    responseChecksumValidation: "WHEN_REQUIRED",
  })
  const at = (key: string) => ({ Bucket: name, Key: soundKey(key) })
  return {
    async put(key, bytes) {
      await client.send(new PutObjectCommand({ ...at(key), Body: bytes, ContentLength: bytes.length }))
    },
    async get(key) {
      try {
        const { Body } = await client.send(new GetObjectCommand(at(key)))
        return Body ? Buffer.from(await Body.transformToByteArray()) : null
      } catch (error) {
        if (error instanceof NoSuchKey) return null
        throw error
      }
    },
    async remove(key) {
      await client.send(new DeleteObjectCommand(at(key)))
    },
    list: (prefix) => objectsOf(client, name, prefix),
  }
}

async function* objectsOf(client: S3Client, bucket: string, prefix: string): AsyncGenerator<StoredObject> {
  let from: string | undefined
  do {
    const page = await client.send(
      new ListObjectsV2Command({
        Bucket: bucket,
        // as a folder: `a/1` is not `a/12`
        Prefix: prefix === "" ? "" : `${prefix}/`,
        ...(from ? { ContinuationToken: from } : {}),
      }),
    )
    for (const { Key, LastModified } of page.Contents ?? []) {
      if (Key && LastModified) yield { key: Key, modifiedAt: LastModified }
    }
    from = page.NextContinuationToken
  } while (from)
}
