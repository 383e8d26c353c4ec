import { beforeAll, describe, expect, it } from "vitest"
import { makeAccount } from "@/db/factories/account"
import { makeUnitTree } from "@/db/factories/unit-tree"
import { useTestDatabase } from "@/db/testing/use-test-database"
import { judgePassword } from "./judge-password"

const test = useTestDatabase()
const now = new Date("2026-11-21T02:00:00Z")
let somchai: string

beforeAll(async () => {
  const { db, owner } = test()
  await makeUnitTree(db)
  const account = await makeAccount(db, { username: "somchai.s", email: "somchai.s@officials.example" })
  somchai = account.id
  await owner`update persons set given_name_th = 'สมชาย', family_name_th = 'ใจกล้าหาญ', given_name_en = 'Somchai',
    family_name_en = 'Jaiklahan' where id = ${account.personId}`
  await owner`insert into provinces values ('36', 'ชัยภูมิ', 'Chaiyaphum', 'x', 'x') on conflict do nothing`
  await owner`update units set name_th = 'องค์การบริหารส่วนตำบลภูแลนคา', name_short_th = 'ภูแลนคา',
    name_en = 'Phu Laen Kha Subdistrict Administrative Organization' where code = '06360207'`
})

const judged = (password: string) => judgePassword(test().db, somchai, password, now)

describe("a password is refused", () => {
  it.each([
    ["ขอบคุณขอบคุณขอบคุณ", "passwords.repeats"],
    ["aaaaaaaaaaaaaaaaaaaa", "passwords.repeats"],
    ["password1password1", "passwords.repeats"],
    ["1212121212121212 1", "passwords.repeats"],
    ["sunshine-baseball", "passwords.common"],
    ["qwertyuiopasdfghjkl", "passwords.common"],
    ["123456789012345678", "passwords.common"],
    ["ฟหกดเ้่าสวงผปแอิืทมใฝ", "passwords.common"],
    ["zaq12wsxcde34rfv!", "passwords.common"],
    ["Somchai.Jaiklahan1", "passwords.personal"],
    ["สมชายใจกล้าหาญ๒๕๑๒", "passwords.personal"],
    ["somchai.s@officials", "passwords.personal"],
    ["1-1014-00000-01-4 dla", "passwords.personal"],
    ["อบต.ภูแลนคา ๒๕๖๙", "passwords.local"],
    ["PhuLaenKha_SAO_2569", "passwords.local"],
    ["องค์การบริหารส่วนตำบลภูแลนคา", "passwords.local"],
    ["dla-sso-thaid-2569", "passwords.local"],
    ["P@ssw0rd-DLA-$$O-2026", "passwords.local"],
    ["Chaiyaphum20262027", "passwords.local"],
    ["สวัสดีครับเมืองไทย", "passwords.local"],
    // รหัสผ่านเทศบาล, with the keyboard left in English
    ["isylzjko gmL[k]", "passwords.local"],
  ])("%s", async (password, code) => {
    expect(await judged(password)).toBe(code)
  })
})

describe("a password is accepted", () => {
  it.each([
    "correct horse battery staple",
    "แมวสามสีกินปลาทูบนหลังคา",
    "abcdefghijklmno pqr โต๊ะเขียวริมหน้าต่าง",
    "xkzjqwvbnphtrmd",
    "ภูแลนคามีหมอกหนาทุกเช้าวันที่ย่าตื่นสาย",
    "ban-khlong-123-mali-456-ton",
    "        เว้นวรรคก่อน ฝนตกทีหลัง",
    "🐘🌧️ ช้างเดินกลางสายฝนพรำ",
  ])("%s", async (password) => {
    expect(await judged(password)).toBeUndefined()
  })
})
