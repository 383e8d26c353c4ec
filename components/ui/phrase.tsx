import type { ReactNode } from "react"

/** Words that browsers cut in two at the end of a line, since their dictionaries know the halves better than the whole. */
const wholes =
  /(?:ส่วน)?ท้องถิ่น|หน่วยงาน(?:คุณ)?|เจ้าหน้าที่|ลงทะเบียน|รหัสผ่าน|รหัสผู้ใช้งาน|ผู้ใช้งาน|โทรศัพท์|บันทึก|ข้อเท็จจริง|ไม่ได้|DLA SSO|SSO Admin|LINE OpenChat/g

/** A sentence whose compound words stay whole at line ends. For reading text; labels and names are left as they are. */
export function Phrase({ text }: { text: string }) {
  const parts: ReactNode[] = []
  let after = 0
  for (const match of text.matchAll(wholes)) {
    parts.push(
      text.slice(after, match.index),
      <span key={match.index} className="nowrap">
        {match[0]}
      </span>,
    )
    after = match.index + match[0].length
  }
  return [...parts, text.slice(after)]
}
