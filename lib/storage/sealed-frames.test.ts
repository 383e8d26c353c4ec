import { randomBytes } from "node:crypto"
import { mkdtemp, readdir, readFile, rm, stat } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { diskStore } from "./disk-store"
import type { ObjectStore } from "./object-store"
import { frameBytes, newFileKey, readFrames, removeFrames, storeFrames } from "./sealed-frames"

let folder = ""
let store: ObjectStore
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "dla-sso-store-"))
  store = diskStore(folder)
})
afterAll(() => rm(folder, { recursive: true, force: true }))

async function* inPieces(bytes: Buffer, length = 50_000) {
  for (let at = 0; at < bytes.length; at += length) yield bytes.subarray(at, at + length)
}

async function all<T>(source: AsyncIterable<T>): Promise<T[]> {
  const seen: T[] = []
  for await (const one of source) seen.push(one)
  return seen
}

const whole = async (file: { name: string; key: Buffer }, size: number) =>
  Buffer.concat(await all(readFrames(store, file, size)))
let files = 0
const newFile = () => ({ name: `documents/${++files}`, key: newFileKey() })

describe("a file in the storage", () => {
  it.each([1, frameBytes - 1, frameBytes, frameBytes + 1, 3 * frameBytes, 700_001])(
    "of %i bytes comes back as it was, and nothing of it lies there in the clear",
    async (size) => {
      const [file, bytes] = [
        newFile(),
        Buffer.from(randomBytes(Math.ceil(size / 2)).toString("hex")).subarray(0, size),
      ]
      const steps = await all(storeFrames(store, file, inPieces(bytes)))
      expect(steps.at(-1)).toBe(size)
      expect(await whole(file, size)).toEqual(bytes)
      const onDisk = Buffer.concat(
        await Promise.all(
          (await readdir(join(folder, file.name))).map((name) => readFile(join(folder, file.name, name))),
        ),
      )
      expect(onDisk.includes(bytes.subarray(0, 16)) && size >= 16).toBe(false)
    },
  )

  it("goes on after the last whole frame when its sending breaks off", async () => {
    const [file, bytes] = [newFile(), randomBytes(3 * frameBytes + 5)]
    async function* breaking() {
      yield* inPieces(bytes.subarray(0, 2 * frameBytes + 9))
      throw new Error("gone")
    }
    const safe: number[] = []
    await expect(
      (async () => {
        for await (const at of storeFrames(store, file, breaking())) safe.push(at)
      })(),
    ).rejects.toThrow("gone")
    expect(safe).toEqual([frameBytes, 2 * frameBytes])
    await expect(whole(file, 2 * frameBytes)).rejects.toThrow()
    await all(storeFrames(store, file, inPieces(bytes.subarray(2 * frameBytes)), 2 * frameBytes))
    expect(await whole(file, bytes.length)).toEqual(bytes)
  })

  it("does not open when it was cut, put in another order, changed, or moved to another file", async () => {
    const size = 3 * frameBytes
    const bytes = randomBytes(size)
    const spoilt = async (spoil: (name: string) => Promise<void>, as = size) => {
      const file = newFile()
      await all(storeFrames(store, file, inPieces(bytes)))
      await spoil(file.name)
      return await whole(file, as)
    }
    const frame = async (key: string) => (await store.get(key)) ?? Buffer.alloc(0)
    await expect(spoilt((name) => store.remove(`${name}/00002`), 2 * frameBytes)).rejects.toThrow()
    await expect(spoilt((name) => store.remove(`${name}/00001`))).rejects.toThrow("missing")
    await expect(
      spoilt(async (name) => store.put(`${name}/00000`, await frame(`${name}/00001`))),
    ).rejects.toThrow()
    await expect(
      spoilt(async (name) => {
        const changed = await frame(`${name}/00001`)
        changed[100] = (changed[100] ?? 0) ^ 1
        await store.put(`${name}/00001`, changed)
      }),
    ).rejects.toThrow()
    const [one, other] = [newFile(), newFile()]
    for (const file of [one, { ...other, key: one.key }]) await all(storeFrames(store, file, inPieces(bytes)))
    await store.put(`${other.name}/00001`, await frame(`${one.name}/00001`))
    await expect(whole({ ...other, key: one.key }, size)).rejects.toThrow()
  })

  it("is readable by nobody else, and leaves no folder behind", async () => {
    const file = newFile()
    await all(storeFrames(store, file, inPieces(randomBytes(10))))
    expect((await stat(join(folder, file.name, "00000"))).mode & 0o777).toBe(0o600)
    expect((await stat(join(folder, file.name))).mode & 0o777).toBe(0o700)
    await removeFrames(store, file.name)
    expect(await readdir(join(folder, "documents"))).not.toContain(file.name.split("/")[1])
    expect(await all(store.list(file.name))).toEqual([])
  })

  it("has no key that leads elsewhere", async () => {
    await expect(store.put("../outside", Buffer.from("x"))).rejects.toThrow()
    await expect(store.get("a/../../b")).rejects.toThrow()
  })
})
