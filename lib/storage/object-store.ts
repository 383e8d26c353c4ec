import "server-only"

/** An object as a listing names it. */
export type StoredObject = { readonly key: string; readonly modifiedAt: Date }

/**
 * Where sealed bytes lie. An object is small (one frame, see sealed-frames.ts), so that nothing is ever held whole and
 * an upload that broke off goes on after the last one. `put` is all or nothing and replaces what was there.
 */
export type ObjectStore = {
  readonly put: (key: string, bytes: Uint8Array) => Promise<void>
  /** Null where there is none of that key. */
  readonly get: (key: string) => Promise<Buffer | null>
  /** Of a key that is not there it says nothing. */
  readonly remove: (key: string) => Promise<void>
  readonly list: (prefix: string) => AsyncIterable<StoredObject>
}

const keyPattern = /^[a-z0-9-]+(?:\/[a-z0-9-]+)*$/

/** Keys are made by us alone; one that leads elsewhere is a bug. */
export function soundKey(key: string): string {
  if (!keyPattern.test(key)) throw new Error("no key of the storage")
  return key
}
