import "server-only"

// A letter between offices is Thai whatever language its sender reads (regulation of the Office of the Prime Minister on
// correspondence B.E. 2526, form 1). It bears no emblem: whoever signs it prints it on the paper of his office.

/** What is written in a letter that brings a unit its code, besides the codes and the date. */
export type LetterText = {
  readonly to: string
  readonly subject: string
  readonly paragraphs: readonly string[]
  readonly steps: readonly string[]
  readonly closing: string
  readonly labels: Readonly<Record<"subject" | "to" | "unitCode" | "code" | "regards", string>>
}

/** Who heads a unit: a mayor of a local organisation, of an office its ท้องถิ่นอำเภอ or ท้องถิ่นจังหวัด. */
function headOf(unit: string, unitKind: string): string {
  const isOffice = unitKind === "district_office" || unitKind === "provincial_office"
  return isOffice ? unit.replace("สำนักงานส่งเสริมการปกครอง", "") : `นายก${unit}`
}

/** The text of the letter. `until` is the last day of the code, as it is written in letters. */
export function letterText(letter: {
  readonly unit: string
  readonly unitKind: string
  readonly office: string
  readonly host: string
  readonly until: string
}): LetterText {
  const { unit, unitKind, office, host, until } = letter
  return {
    to: headOf(unit, unitKind),
    subject: "รหัสเปิดใช้งานระบบยืนยันตัวตนของหน่วยงาน (DLA SSO)",
    paragraphs: [
      `ด้วย${unit} ยังไม่มีผู้ดูแลระบบยืนยันตัวตนของหน่วยงาน (SSO Admin) ที่เข้าใช้งานได้ ${office}จึงออกรหัสเปิดใช้งานให้หน่วยงานแจ้งชื่อ SSO Admin พร้อมคำสั่งแต่งตั้ง รหัสนี้ใช้ส่งคำขอได้ครั้งเดียว ภายในวันที่ ${until}`,
    ],
    steps: [
      `เปิด ${host}/activate หรือสแกน QR ด้านบน ตรวจว่ารหัสหน่วยงานถูกต้อง`,
      "กรอกรหัสหน่วยงานและรหัสเปิดใช้งานข้างต้น แล้วเลือก เข้าใช้งาน",
      "กรอกชื่อ SSO Admin คนแรกและข้อมูลคำสั่ง แนบคำสั่งแต่งตั้งที่ลงนามแล้ว หรือพิมพ์คำสั่งจากระบบให้ลงนาม",
      "ตรวจคำตอบแล้วส่งคำขอ เก็บหมายเลขคำขอและรหัสลับที่ระบบแสดงไว้",
      "เมื่อคำสั่งได้รับอนุมัติ SSO Admin จะได้รับคำเชิญทางอีเมล และเข้าใช้งานด้วยเลขประจำตัวประชาชนของตนเอง",
    ],
    closing:
      "รหัสเปิดใช้งานเป็นความลับ ส่งต่อให้ผู้ได้รับมอบหมายเท่านั้น ห้ามถ่ายภาพหรือส่งทางสื่อสังคมออนไลน์ หากรหัสสูญหายหรือเปิดเผย ให้แจ้งสำนักงานนี้เพื่อออกรหัสใหม่ ซึ่งจะใช้แทนรหัสเดิมทันที",
    labels: {
      subject: "เรื่อง",
      to: "เรียน",
      unitCode: "รหัสหน่วยงาน",
      code: "รหัสเปิดใช้งาน",
      regards: "ขอแสดงความนับถือ",
    },
  }
}
