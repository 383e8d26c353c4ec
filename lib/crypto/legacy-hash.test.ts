import { describe, expect, it } from "vitest"
import { isLegacyHash, isWeakHash, verifyLegacyHash } from "./legacy-hash"
import { hashPassword, needsRehash, verifyPassword } from "./password-hash"

const bare = (bytes: Buffer) => bytes.toString("base64").replace(/=+$/, "")
const fromHex = (hex: string) => bare(Buffer.from(hex.replace(/\s/g, ""), "hex"))
const salt = (text: string) => bare(Buffer.from(text))

/** Published vectors: [where from, password, stored]. */
const vectors: readonly (readonly [string, string, string])[] = [
  ["crypt_blowfish 1.3, $2a$", "U*U*", "$2a$05$CCCCCCCCCCCCCCCCCCCCC.VGOzA784oUp/Z0DY336zx7pLYAy0lwK"],
  ["libxcrypt 4.4, $2y$", "rasmuslerdorf", "$2y$07$BCryptRequires22Chrcte/VlQH0piJtjXl.0t1XkA8pw9dMXTpOq"],
  [
    "RFC 7914 §11, PBKDF2-HMAC-SHA-256",
    "Password",
    `$pbkdf2-sha256$i=80000$${salt("NaCl")}$${fromHex(`
      4ddcd8f60b98be21830cee5ef22701f9641a4418d04c0414aeff08876b34ab56
      a1d425a1225833549adb841b51c9b3176a272bdebba1d078478f62b397f33c8d`)}`,
  ],
  [
    "PBKDF2-HMAC-SHA-512, one round",
    "password",
    `$pbkdf2-sha512$i=1$${salt("salt")}$${fromHex(`
      867f70cf1ade02cff3752599a3a53dc4af34c7a669815ae5d513554e1c8cf252
      c02d470a285a0501bad999bfe943c08f050235d7d68b1da55e63f73b60a57fce`)}`,
  ],
  [
    "FIPS 180 SHA-1 of abc",
    "bc",
    `$weak-sha1$o=sp$${salt("a")}$${fromHex("a9993e364706816aba3e25717850c26c9cd0d89d")}`,
  ],
  ["RFC 1321 MD5 of abc", "ab", `$weak-md5$o=ps$${salt("c")}$${fromHex("900150983cd24fb0d6963f7d28e17f72")}`],
]

describe("a hash of an older kind", () => {
  it.each(vectors)("%s opens to its password and to no other", async (_name, password, stored) => {
    expect(isLegacyHash(stored)).toBe(true)
    expect(needsRehash(stored)).toBe(true)
    expect(await verifyPassword(stored, password)).toBe(true)
    expect(await verifyPassword(stored, `${password}x`)).toBe(false)
    expect(await verifyPassword(stored, password.slice(1))).toBe(false)
  })

  it("is weak when it is a bare digest", () => {
    expect(vectors.map(([, , stored]) => isWeakHash(stored))).toEqual([
      false,
      false,
      false,
      false,
      true,
      true,
    ])
  })

  it("takes the password as typed: those systems took no Thai sara am apart", async () => {
    const typed = "น้ำ"
    const digest = (await import("node:crypto")).createHash("sha1").update(`s${typed}`).digest()
    const stored = `$weak-sha1$o=sp$${salt("s")}$${bare(digest)}`
    expect(typed.normalize("NFKC")).not.toBe(typed)
    expect(await verifyPassword(stored, typed)).toBe(true)
  })

  it("takes Thai beyond the 72 bytes of which bcrypt knows", async () => {
    const { hash } = await import("@node-rs/bcrypt")
    const long = "รหัสผ่านภาษาไทยที่ยาวเกินกว่าเจ็ดสิบสองไบต์แน่นอน"
    const stored = await hash(long, 4)
    expect(await verifyPassword(stored, long)).toBe(true)
    expect(await verifyPassword(stored, `ก${long}`)).toBe(false)
  })

  it("is no one's when it is malformed, too short, or would hold a processor for minutes", async () => {
    for (const stored of [
      "$2a$05$short",
      `$pbkdf2-sha256$i=9999999$${salt("salt")}$${salt("0123456789abcdef")}`,
      `$pbkdf2-sha256$i=1000$${salt("salt")}$${salt("short")}`,
      "$weak-sha1$o=sp$YQ$YQ",
      "$pbkdf2-sha256$i=0$YQ$YQ",
    ])
      expect(await verifyLegacyHash(stored, "x").catch(() => false)).toBe(false)
  })
})

describe("today's hash", () => {
  it("is not made anew, one with other parameters is", async () => {
    const stored = await hashPassword("รหัสผ่านที่ยาวพอสมควร")
    expect(needsRehash(stored)).toBe(false)
    expect(needsRehash(stored.replace("m=19456", "m=12288"))).toBe(true)
    expect(needsRehash(stored.replace("t=2", "t=1"))).toBe(true)
    expect(isLegacyHash(stored)).toBe(false)
  })
})
