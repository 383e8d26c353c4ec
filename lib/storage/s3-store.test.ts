import { randomBytes } from "node:crypto"
import { mkdtemp, rm } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import S3rver from "s3rver"
import { afterAll, beforeAll, expect, it } from "vitest"
import type { ObjectStore } from "./object-store"
import { s3Store } from "./s3-store"
import { frameBytes, newFileKey, readFrames, removeFrames, storeFrames } from "./sealed-frames"

let folder = ""
let server: InstanceType<typeof S3rver>
let store: ObjectStore

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "dla-sso-s3-"))
  server = new S3rver({
    address: "127.0.0.1",
    port: 0,
    silent: true,
    directory: folder,
    configureBuckets: [{ name: "documents", configs: [] }],
  })
  const { port } = await server.run()
  store = s3Store({
    name: "documents",
    endpoint: `http://127.0.0.1:${port}`,
    region: "us-east-1",
    accessKeyId: "S3RVER",
    secretAccessKey: "S3RVER",
  })
})
afterAll(async () => {
  await server.close()
  await rm(folder, { recursive: true, force: true })
})

async function all<T>(source: AsyncIterable<T>): Promise<T[]> {
  const seen: T[] = []
  for await (const one of source) seen.push(one)
  return seen
}

it("a bucket keeps a file frame by frame, lists it, replaces a frame, and lets it go", async () => {
  const bytes = randomBytes(2 * frameBytes + 77)
  const file = { name: "documents/a", key: newFileKey() }
  async function* source() {
    yield bytes
  }
  expect(await all(storeFrames(store, file, source()))).toEqual([frameBytes, 2 * frameBytes, bytes.length])
  expect(Buffer.concat(await all(readFrames(store, file, bytes.length))).equals(bytes)).toBe(true)
  await store.put("documents/ab/00000", Buffer.from("another file"))
  expect((await all(store.list("documents/a"))).map(({ key }) => key)).toEqual([
    "documents/a/00000",
    "documents/a/00001",
    "documents/a/00002",
  ])
  await store.put("documents/a/00000", Buffer.from("x"))
  expect(await store.get("documents/a/00000")).toEqual(Buffer.from("x"))
  await removeFrames(store, file.name)
  await store.remove("documents/a/00000")
  expect([await store.get("documents/a/00000"), await all(store.list("documents/a"))]).toEqual([null, []])
  expect(await store.get("documents/ab/00000")).toEqual(Buffer.from("another file"))
}, 30_000)
