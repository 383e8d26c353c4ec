import { nationalIdCheckDigit } from "@/lib/identity/rules"

const givenNames = [
  ["กนกพร", "Kanokphon"],
  ["กฤษดา", "Kritsada"],
  ["ขวัญใจ", "Khwanchai"],
  ["จันทร์เพ็ญ", "Chanphen"],
  ["ชลธิชา", "Chonthicha"],
  ["ชาญชัย", "Chanchai"],
  ["ณัฐพล", "Natthaphon"],
  ["ดารณี", "Darani"],
  ["ทองใบ", "Thongbai"],
  ["ธนากร", "Thanakon"],
  ["นภาพร", "Naphaphon"],
  ["นิพนธ์", "Niphon"],
  ["บุญเลิศ", "Bunloet"],
  ["ประภา", "Prapha"],
  ["พรทิพย์", "Phonthip"],
  ["พิชัย", "Phichai"],
  ["มณีรัตน์", "Maneerat"],
  ["ยุพิน", "Yuphin"],
  ["รัตนา", "Rattana"],
  ["วรวิทย์", "Worawit"],
  ["ศิริพร", "Siriphon"],
  ["สมบัติ", "Sombat"],
  ["สุนทร", "Sunthon"],
  ["อรุณี", "Aruni"],
] as const

const familyStarts = [
  ["ทอง", "Thong"],
  ["ศรี", "Si"],
  ["บุญ", "Bun"],
  ["แก้ว", "Kaeo"],
  ["วงศ์", "Wong"],
  ["พูน", "Phun"],
  ["สุข", "Suk"],
  ["จันทร์", "Chan"],
  ["เพชร", "Phet"],
  ["ดี", "Di"],
  ["งาม", "Ngam"],
] as const

const familyEnds = [
  ["สมมุติ", "sommut"],
  ["จำลอง", "chamlong"],
  ["ตัวอย่าง", "tuayang"],
  ["ทดลอง", "thotlong"],
  ["สาธิต", "sathit"],
  ["ลองใช้", "longchai"],
  ["แบบฝึก", "baepfuek"],
] as const

const posts = [
  "นักวิเคราะห์นโยบายและแผน",
  "เจ้าพนักงานธุรการ",
  "นักวิชาการเงินและบัญชี",
  "นักพัฒนาชุมชน",
  "นายช่างโยธา",
  "เจ้าพนักงานพัสดุ",
  "นักทรัพยากรบุคคล",
  "นักวิชาการศึกษา",
] as const

const adminPost = "หัวหน้าสำนักปลัด"

/** An invented person: everything follows from his number, so that a second run makes the same people. */
export type Invented = {
  readonly username: string
  readonly email: string
  readonly nationalId: string
  readonly titleTh: string
  readonly givenNameTh: string
  readonly familyNameTh: string
  readonly givenNameEn: string
  readonly familyNameEn: string
}

/**
 * The person of that number, 1 … 9,999,999. His national ID has a right check digit and the registry code 998x, which no
 * province has, so it can be nobody's.
 */
export function inventedPerson(number: number): Invented {
  const username = `s${String(number).padStart(7, "0")}`
  const twelve = `1998${String(number).padStart(8, "0")}`
  const given = pick(givenNames, number)
  const start = pick(familyStarts, Math.floor(number / 3))
  const end = pick(familyEnds, Math.floor(number / 7))
  return {
    username,
    email: `${username}@synthetic.example`,
    nationalId: `${twelve}${nationalIdCheckDigit(twelve)}`,
    titleTh: pick(["นาย", "นาง", "นางสาว"] as const, number),
    givenNameTh: given[0],
    familyNameTh: `${start[0]}${end[0]}`,
    givenNameEn: given[1],
    familyNameEn: `${start[1]}${end[1]}`,
  }
}

/** A post of that person, the head of the office for an SSO Admin. */
export function inventedPost(number: number, isAdmin: boolean): string {
  return isAdmin ? adminPost : pick(posts, Math.floor(number / 2))
}

/** An office telephone under the area code 01, which does not exist. */
export function inventedTelephone(number: number): string {
  const last = String(number).padStart(8, "0").slice(-8)
  return `0 1${last.slice(1, 4)} ${last.slice(4)}`
}

/** The element at that place of an endless repetition of the list. */
export function pick<T>(list: readonly [T, ...T[]] | readonly T[], at: number): T {
  const found = list[at % list.length]
  if (found === undefined) throw new Error("nothing to pick from")
  return found
}
