import { createHash } from "node:crypto"
import { describe, expect, it } from "vitest"
import { makeAccount } from "@/db/factories/account"
import { later, start, useSignInTest } from "@/db/testing/use-sign-in-test"

const { database, password, wrongly, begun, code } = useSignInTest()

const typed = "รหัสผ่านเดิมจากระบบเก่า"
const bare = (bytes: Buffer) => bytes.toString("base64").replace(/=+$/, "")
const sha1 = bare(createHash("sha1").update(`salt${typed}`).digest())
const weak = `$weak-sha1$o=sp$${bare(Buffer.from("salt"))}$${sha1}`
// Both of that password.
const bcrypt = "$2y$04$kyuaUtd3zC/PwPde1X/qA.EsVwiusFFrxyTKNQqKYjxuo/T0SIOoi"
const lower =
  "$argon2id$v=19$m=8192,t=1,p=1$2UVMY98VZNZkKPyzqTDr8g$AIa3tE+5S5UGyiv63ExRmWuMWuCwGEvrNSuxz4vaVKM"

const stored = async (id: string) => {
  const [row] = await database().owner`
    select password_hash as hash, password_must_change as must, password_set_at as set from accounts where id = ${id}`
  return row
}
const today = /^\$argon2id\$v=19\$m=19456,t=2,p=1\$/

describe("a right password whose hash is older than today's", () => {
  it.each([
    ["bcrypt", bcrypt],
    ["argon2id of lower parameters", lower],
  ])("%s is kept under today's from then on, and opens as before", async (_name, former) => {
    const account = await makeAccount(database().db, { passwordHash: former, password: typed })
    const { set } = (await stored(account.id)) ?? {}
    await begun(account)
    const kept = await stored(account.id)
    expect(kept?.hash).toMatch(today)
    expect(kept).toMatchObject({ must: false, set })
    expect((await password(account, later(1))).ok).toBe(true)
    expect((await stored(account.id))?.hash).toBe(kept?.hash)
  })

  it("of a weak kind opens one sign-in, which leads to the change of password alone", async () => {
    const account = await makeAccount(database().db, { passwordHash: weak, password: typed })
    const { flow, code: right } = await begun(account)
    expect((await code(flow, right, start)).ok).toBe(true)
    expect(await stored(account.id)).toMatchObject({ must: true, hash: expect.stringMatching(today) })
    // Signing in once more does not lift it.
    await password(account, later(1))
    expect(await stored(account.id)).toMatchObject({ must: true })
  })

  it("stays as it is after a wrong one", async () => {
    const account = await makeAccount(database().db, { passwordHash: weak, password: typed })
    expect(await wrongly(account, start)).toMatchObject({ refusal: { code: "signin.wrong" } })
    expect(await stored(account.id)).toMatchObject({ must: false, hash: weak })
  })
})
