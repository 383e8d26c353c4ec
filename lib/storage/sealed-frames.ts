import "server-only"
import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto"
import type { ObjectStore } from "./object-store"

/** Plain bytes of one frame: what is held of a file at once, and the step in which a broken upload goes on. */
export const frameBytes = 256 * 1024

/** A file in the storage: its name there, and the key of its own under which its frames are sealed. */
export type SealedFile = { readonly name: string; readonly key: Buffer }

const version = 1
const nonceLength = 12
const tagLength = 16
const headLength = 1 + nonceLength + tagLength

/** A new key for one file alone. */
export function newFileKey(): Buffer {
  return randomBytes(32)
}

/**
 * Cuts a stream into frames, seals each with AES-256-GCM and puts it into the storage. File, place and whether it is
 * the last are authenticated, so that a frame that was moved, dropped or cut off is noticed. Yields how many bytes are
 * safe after each one. The source must throw where it ends too early.
 *
 * @param from how many bytes are there already; a multiple of `frameBytes`
 */
export async function* storeFrames(
  store: ObjectStore,
  file: SealedFile,
  source: AsyncIterable<Uint8Array>,
  from = 0,
): AsyncGenerator<number> {
  let at = from
  let waiting: Uint8Array[] = []
  let length = 0
  const put = async (isLast: boolean) => {
    const bytes = Buffer.concat(waiting)
    const plain = bytes.subarray(0, frameBytes)
    await store.put(
      frameKey(file, at / frameBytes),
      sealFrame(file, { index: at / frameBytes, isLast }, plain),
    )
    // copied, or the rest would keep the whole in memory
    waiting = bytes.length > plain.length ? [Uint8Array.from(bytes.subarray(frameBytes))] : []
    length = bytes.length - plain.length
    at += plain.length
    return at
  }
  for await (const chunk of source) {
    waiting.push(chunk)
    length += chunk.length
    // the last frame is known as such only at the end, so one is kept back
    while (length > frameBytes) yield await put(false)
  }
  if (length > 0) yield await put(true)
}

/** A file's bytes, frame by frame. Throws when one is missing, was changed, or the file has another size. */
export async function* readFrames(
  store: ObjectStore,
  file: SealedFile,
  size: number,
): AsyncGenerator<Buffer> {
  const frames = Math.ceil(size / frameBytes)
  let left = size
  for (let index = 0; index < frames; index++) {
    const sealed = await store.get(frameKey(file, index))
    if (!sealed) throw new Error("a frame of a stored file is missing")
    const plain = openFrame(file, { index, isLast: index === frames - 1 }, sealed)
    left -= plain.length
    yield plain
  }
  if (left !== 0) throw new Error("a stored file has another size")
}

/** Takes a file out of the storage, all frames that are there. */
export async function removeFrames(store: ObjectStore, name: string): Promise<void> {
  for await (const { key } of store.list(name)) await store.remove(key)
}

type Place = { readonly index: number; readonly isLast: boolean }

function frameKey({ name }: SealedFile, index: number): string {
  return `${name}/${String(index).padStart(5, "0")}`
}

function authenticated({ name }: SealedFile, { index, isLast }: Place): Buffer {
  return Buffer.from(`${version}/${name}/${index}/${isLast ? "last" : "more"}`)
}

function sealFrame(file: SealedFile, place: Place, plain: Uint8Array): Buffer {
  // By chance and not counted: a frame that is sent again must never meet its nonce with other bytes.
  const nonce = randomBytes(nonceLength)
  const cipher = createCipheriv("aes-256-gcm", file.key, nonce)
  cipher.setAAD(authenticated(file, place))
  const body = cipher.update(plain)
  cipher.final()
  return Buffer.concat([Buffer.from([version]), nonce, cipher.getAuthTag(), body])
}

function openFrame(file: SealedFile, place: Place, sealed: Buffer): Buffer {
  if (sealed[0] !== version || sealed.length < headLength) throw new Error("not a sealed frame")
  const nonce = sealed.subarray(1, 1 + nonceLength)
  const decipher = createDecipheriv("aes-256-gcm", file.key, nonce, { authTagLength: tagLength })
  decipher.setAAD(authenticated(file, place))
  decipher.setAuthTag(sealed.subarray(1 + nonceLength, headLength))
  const plain = decipher.update(sealed.subarray(headLength))
  decipher.final()
  return plain
}
