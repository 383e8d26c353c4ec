import "server-only"

/** Whose a passkey is, as the device keeps it: the account's id, which tells nothing of the person (§14.6.1). */
export function userHandle(accountId: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(Buffer.from(accountId.replaceAll("-", ""), "hex"))
}
