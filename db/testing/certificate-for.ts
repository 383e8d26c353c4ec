import { createSign, generateKeyPairSync } from "node:crypto"

type Der = Buffer
const tagged = (tag: number, ...parts: Der[]): Der => {
  const body = Buffer.concat(parts)
  const { length } = body
  const size = length < 128 ? [length] : length < 256 ? [0x81, length] : [0x82, length >> 8, length & 255]
  return Buffer.concat([Buffer.from([tag, ...size]), body])
}
const sequence = (...parts: Der[]) => tagged(0x30, ...parts)
const oid = (hex: string) => tagged(0x06, Buffer.from(hex, "hex"))
const bits = (bytes: Buffer) => tagged(0x03, Buffer.from([0]), bytes)

/** A certificate of ten years that a test's server signs for itself (RFC 5280 §4.1), with its key, both in PEM. */
export function certificateFor(host: string, now: Date): { readonly key: string; readonly cert: string } {
  const { privateKey, publicKey } = generateKeyPairSync("ec", { namedCurve: "P-256" })
  const ecdsaWithSha256 = sequence(oid("2a8648ce3d040302"))
  const name = sequence(tagged(0x31, sequence(oid("550403"), tagged(0x0c, Buffer.from(host)))))
  const time = (years: number) => {
    const at = new Date(now.getTime() + years * 365 * 86_400_000)
    return tagged(0x18, Buffer.from(`${at.toISOString().replace(/[-:T]|\.\d+/g, "")}`))
  }
  const names = sequence(tagged(0x82, Buffer.from(host)))
  const extensions = tagged(0xa3, sequence(sequence(oid("551d11"), tagged(0x04, names))))
  const said = sequence(
    tagged(0xa0, tagged(0x02, Buffer.from([2]))),
    tagged(0x02, Buffer.from([1])),
    ecdsaWithSha256,
    name,
    sequence(time(-1), time(9)),
    name,
    publicKey.export({ type: "spki", format: "der" }),
    extensions,
  )
  const signature = createSign("sha256").update(said).sign(privateKey)
  const whole = sequence(said, ecdsaWithSha256, bits(signature)).toString("base64")
  const cert = `-----BEGIN CERTIFICATE-----\n${whole.replace(/.{64}/g, "$&\n")}\n-----END CERTIFICATE-----\n`
  return { key: String(privateKey.export({ type: "pkcs8", format: "pem" })), cert }
}
