import { createHash, generateKeyPairSync, randomBytes, sign } from "node:crypto"

type RelyingParty = { readonly id: string; readonly origin: string }

const sha256 = (bytes: Buffer | string) => createHash("sha256").update(bytes).digest()
const text = (bytes: Buffer) => bytes.toString("base64url")

/** CBOR (RFC 8949) of a byte string, a short text, and a map of entries that are encoded already. */
const byteString = (bytes: Buffer) => Buffer.concat([Buffer.from([0x58, bytes.length]), bytes])
const shortText = (word: string) => Buffer.concat([Buffer.from([0x60 + word.length]), Buffer.from(word)])
const map = (...entries: Buffer[]) => Buffer.concat([Buffer.from([0xa0 + entries.length / 2]), ...entries])

/** How an answer departs from a good one. */
type Fault = { readonly origin?: string; readonly isUnverified?: true; readonly counter?: number }

/**
 * A device that keeps one passkey, for tests below the browser: ES256, attestation `none`, a counter that grows. It
 * answers as a browser would hand it on, in JSON.
 */
export function softAuthenticator({ id: rpId, origin }: RelyingParty) {
  const credentialId = randomBytes(32)
  const { publicKey, privateKey } = generateKeyPairSync("ec", { namedCurve: "P-256" })
  const { x = "", y = "" } = publicKey.export({ format: "jwk" })
  const coseKey = map(
    ...[Buffer.from([0x01]), Buffer.from([0x02]), Buffer.from([0x03]), Buffer.from([0x26])],
    ...[Buffer.from([0x20]), Buffer.from([0x01])],
    ...[Buffer.from([0x21]), byteString(Buffer.from(x, "base64url"))],
    ...[Buffer.from([0x22]), byteString(Buffer.from(y, "base64url"))],
  )
  let counter = 0

  const clientData = (type: string, challenge: string, fault: Fault) =>
    Buffer.from(JSON.stringify({ type, challenge, origin: fault.origin ?? origin, crossOrigin: false }))
  const authenticatorData = (flags: number, rest: Buffer, fault: Fault) => {
    counter = fault.counter ?? counter + 1
    const count = Buffer.alloc(4)
    count.writeUInt32BE(counter)
    const present = fault.isUnverified ? flags & ~0x04 : flags
    return Buffer.concat([sha256(rpId), Buffer.from([present]), count, rest])
  }
  const answer = (response: Record<string, string>) =>
    JSON.stringify({
      id: text(credentialId),
      rawId: text(credentialId),
      type: "public-key",
      clientExtensionResults: {},
      response,
    })

  return {
    /** The answer to options of a registration. */
    create({ challenge }: { readonly challenge: string }, fault: Fault = {}): string {
      const length = Buffer.from([0, credentialId.length])
      const attested = Buffer.concat([Buffer.alloc(16), length, credentialId, coseKey])
      const authData = authenticatorData(0x45, attested, fault)
      const attestation = map(
        ...[shortText("fmt"), shortText("none"), shortText("attStmt"), map()],
        ...[shortText("authData"), byteString(authData)],
      )
      return answer({
        clientDataJSON: text(clientData("webauthn.create", challenge, fault)),
        attestationObject: text(attestation),
      })
    },
    /** The answer to options of a proof. */
    get({ challenge }: { readonly challenge: string }, fault: Fault = {}): string {
      const data = authenticatorData(0x05, Buffer.alloc(0), fault)
      const client = clientData("webauthn.get", challenge, fault)
      const signature = sign("sha256", Buffer.concat([data, sha256(client)]), privateKey)
      return answer({
        clientDataJSON: text(client),
        authenticatorData: text(data),
        signature: text(signature),
      })
    },
  }
}
