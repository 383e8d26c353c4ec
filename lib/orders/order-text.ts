import "server-only"
import type { OrderKind } from "./rules"

// The paper is Thai whatever language its maker reads: what an agency orders, it orders in Thai (regulation of the Office
// of the Prime Minister on correspondence B.E. 2526, clause 16, form 4). No law is cited: which one gives the signer his
// power differs by kind of unit, and he knows it better.

/** What is written on an order besides its people, its dates and its signer. */
export type OrderText = {
  readonly heading: string
  readonly subject: string
  /** Goes on from the subject, on a line of its own so that the unit's name is not cut in two. */
  readonly ofUnit: string
  readonly paragraphs: readonly string[]
  /** Introduces the people; none in a revoking order. */
  readonly people: string | null
  readonly after: string
}

/** The text of an order. `revoked` is the paper that it ends, `123/2569`. */
export function orderText(order: {
  readonly kind: OrderKind
  readonly unit: string
  readonly issuer: string
  readonly revoked: string | null
}): OrderText {
  const { kind, unit, issuer, revoked } = order
  const heading = `คำสั่ง${issuer}`
  const role = "ผู้ดูแลระบบยืนยันตัวตน (SSO Admin)"
  if (kind === "revoke") {
    return {
      heading,
      subject: `ยกเลิกคำสั่งแต่งตั้ง${role}`,
      ofUnit: `ของ${unit}`,
      paragraphs: [
        `ตามที่ได้มีคำสั่งที่ ${revoked ?? ""} แต่งตั้ง${role} ของ${unit} นั้น บัดนี้หมดความจำเป็นแล้ว อาศัยอำนาจหน้าที่ตามกฎหมายและระเบียบที่เกี่ยวข้อง จึงให้ยกเลิกคำสั่งดังกล่าว`,
      ],
      people: null,
      after: "ทั้งนี้",
    }
  }
  const verb = kind === "acting" ? "แต่งตั้งผู้รักษาการเป็น" : "แต่งตั้ง"
  return {
    heading,
    subject: `${verb}${role}`,
    ofUnit: `ของ${unit}`,
    paragraphs: [
      `ด้วย${unit} จำเป็นต้องมี${role} ของหน่วยงาน เพื่อสร้างและดูแลบัญชีผู้ใช้งาน และกำหนดสิทธิ์การใช้ระบบสารสนเทศของกรมส่งเสริมการปกครองท้องถิ่น ให้ถูกต้องและปลอดภัย`,
    ],
    people: `อาศัยอำนาจหน้าที่ตามกฎหมายและระเบียบที่เกี่ยวข้อง จึง${verb}${role} ของ${unit} ดังต่อไปนี้`,
    after:
      "ให้ผู้ได้รับแต่งตั้งสร้างและดูแลบัญชีผู้ใช้งานของหน่วยงาน กำหนดและทบทวนสิทธิ์การใช้งาน ช่วยเหลือผู้ที่เข้าใช้งานไม่ได้ และรักษารหัสผ่านของตนไว้เป็นความลับ ทั้งนี้",
  }
}
