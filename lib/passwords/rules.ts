/** Length of a password in code points, as typed (product page, "Limits and defaults"; NIST SP 800-63B-4 §3.1.1.2). */
export const passwordLength = { least: 15, most: 128 } as const

/** How many code points a text has: a Thai vowel or tone mark counts like a letter. */
export function codePoints(text: string): number {
  return [...text].length
}

/** A text as passwords are compared: NFKC, one case, Arabic digits, letters and digits alone. */
export function folded(text: string): string {
  return text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[๐-๙]/g, (digit) => String((digit.codePointAt(0) ?? 0) - 0x0e50))
    .replace(/[^\p{L}\p{M}\p{N}]/gu, "")
}

/** Words that people here put into passwords because they think of the portal, their office or the day. */
export const localWords: readonly string[] = [
  // the portal and what it leads to
  "dla sso dlasso thaid thai id digital dla info e-laas elaas otp one stop service portal password passw0rd username",
  "admin administrator ssoadmin login signin welcome letmein secret changeme default user official system test demo",
  "ระบบ เข้าสู่ระบบ ยืนยันตัวตน รหัสผ่าน รหัส พาสเวิร์ด ผู้ใช้งาน ผู้ใช้ แอดมิน ผู้ดูแลระบบ ทดสอบ ระบบสาธิต เริ่มต้น",
  // where people work
  "local administration administrative organization organisation office sao pao municipality subdistrict province district department thailand bangkok",
  "กรมส่งเสริมการปกครองท้องถิ่น กรมส่งเสริม การปกครองท้องถิ่น ปกครองท้องถิ่น ท้องถิ่น ส่วนท้องถิ่น สถ สถจ สถอ อปท อบต อบจ ทต ทม ทน",
  "องค์การบริหารส่วนตำบล องค์การบริหารส่วนจังหวัด องค์กรปกครองส่วนท้องถิ่น เทศบาล เทศบาลตำบล เทศบาลเมือง เทศบาลนคร เมืองพัทยา",
  "สำนักงาน หน่วยงาน ตำบล อำเภอ จังหวัด ประเทศไทย เมืองไทย กรุงเทพ กรุงเทพมหานคร ปลัด นายก กองคลัง กองช่าง สำนักปลัด ธุรการ นิติกร เจ้าหน้าที่ ข้าราชการ พนักงาน",
  "tambon amphoe changwat obt obj thesaban tessaban or bor tor",
  // what everyone says
  "สวัสดี สวัสดีครับ สวัสดีค่ะ ขอบคุณ ขอบคุณครับ ขอบคุณค่ะ ครับ ค่ะ คิดถึง รักแม่ รักพ่อ รักเธอ ฉันรักเธอ ไม่บอก ความลับ ลับมาก จำไม่ได้ ลืมรหัส โชคดี ร่ำรวย เฮง รวย ทดลอง",
  "sawasdee sawatdee sawasdeekrub khobkhun krub krab kha rakmae rukmae rakpor thailove ilovethailand chokdee jaidee sabaidee maipenrai sanuk",
  // days and years
  "มกราคม กุมภาพันธ์ มีนาคม เมษายน พฤษภาคม มิถุนายน กรกฎาคม สิงหาคม กันยายน ตุลาคม พฤศจิกายน ธันวาคม",
  "วันจันทร์ วันอังคาร วันพุธ วันพฤหัส วันศุกร์ วันเสาร์ วันอาทิตย์ พุทธศักราช พศ ปีงบประมาณ ปี วันเกิด สงกรานต์ ปีใหม่ ลอยกระทง",
  "january february march april may june july august september october november december monday tuesday wednesday thursday friday saturday sunday songkran",
].flatMap((line) => line.split(" "))

/** Rows of keys and letters in order: whoever runs a finger along them has chosen nothing. */
export const keyRows: readonly string[] = [
  "1234567890",
  "qwertyuiop",
  "asdfghjkl",
  "zxcvbnm",
  "1qaz2wsx3edc4rfv5tgb6yhn7ujm",
  "abcdefghijklmnopqrstuvwxyz",
  "ๅภถุึคตจขช",
  "ๆไำพะัีรนยบลฃ",
  "ฟหกดเ้่าสวง",
  "ผปแอิืทมใฝ",
  "กขฃคฅฆงจฉชซฌญฎฏฐฑฒณดตถทธนบปผฝพฟภมยรลวศษสหฬอฮ",
]

// The Thai standard layout (Kedmanee) over the Latin one, unshifted and shifted, key by key.
const latinKeys =
  "`1234567890-=qwertyuiop[]\\asdfghjkl;'zxcvbnm,./~!@#$%^&*()_+QWERTYUIOP{}|ASDFGHJKL:\"ZXCVBNM<>?"
const thaiKeys = '_ๅ/-ภถุึคตจขชๆไำพะัีรนยบลฃฟหกดเ้่าสวงผปแอิืทมใฝ%+๑๒๓๔ู฿๕๖๗๘๙๐"ฎฑธํ๊ณฯญฐ,ฅฤฆฏโฌ็๋ษศซ.()ฉฮฺ์?ฒฬฦ'
const thaiOf = new Map([...latinKeys].map((key, at) => [key, [...thaiKeys][at] ?? key]))

/** What the same keys write with the keyboard in Thai: “isylzjko” is รหัสผ่าน. */
export function typedAsThai(text: string): string {
  return [...text].map((key) => thaiOf.get(key) ?? key).join("")
}

/** Letters for the signs that stand in for them: “p@ssw0rd” is password. */
export function unmasked(text: string): string {
  const letters: Record<string, string> = {
    "@": "a",
    $: "s",
    "!": "i",
    "0": "o",
    "1": "i",
    "3": "e",
    "5": "s",
  }
  return text.replace(/[@$!0135]/g, (sign) => letters[sign] ?? sign)
}
