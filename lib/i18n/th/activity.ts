import { activationEvents } from "./activation-events"
import { caretakerEvents } from "./caretaker-events"
import { clientEvents } from "./client-events"
import { importEvents } from "./import-events"
import { invitationEvents } from "./invitation-events"
import { memberEvents } from "./member-events"
import { oidcEvents } from "./oidc-events"
import { orderEvents } from "./order-events"
import { oversightEvents } from "./oversight-events"
import { profileEvents } from "./profile-events"
import { recoveryEvents } from "./recovery-events"
import { registrationEvents } from "./registration-events"
import { rightsEvents } from "./rights-events"
import { signinEvents } from "./signin-events"
import { webhookEvents } from "./webhook-events"

export const activity = {
  title: "ความเคลื่อนไหวของบัญชี",
  lead: (days: string) => `สิ่งที่เกิดขึ้นกับบัญชีของคุณใน ${days} วันที่ผ่านมา รายการล่าสุดอยู่บนสุด`,
  notYou: "หากมีรายการที่ไม่ใช่ของคุณ เปลี่ยนรหัสผ่านทันที แล้วแจ้ง SSO Admin ของหน่วยงาน",
  changePassword: "เปลี่ยนรหัสผ่าน",
  link: "ดูความเคลื่อนไหวของบัญชี",
  none: "ยังไม่มีรายการ",
  noneHere: "ไม่มีรายการในหน้านี้",
  firstPage: "ดูรายการล่าสุด",
  times: (count: string) => `${count} ครั้ง`,
  from: (device: string, address: string) => `${device} หมายเลขเครือข่าย ${address}`,
  byStaff: "ผู้อื่นที่มีอำนาจเป็นผู้ทำ",
  byPortal: "ระบบทำโดยอัตโนมัติ",
  neutral: "มีการทำรายการอื่นกับบัญชีนี้",
  asked: "ระบบให้ยืนยันตัวตนอีกครั้งก่อนทำรายการสำคัญ",
  events: {
    ...orderEvents,
    ...rightsEvents,
    ...webhookEvents,
    ...oidcEvents,
    ...clientEvents,
    ...memberEvents,
    ...importEvents,
    ...recoveryEvents,
    ...activationEvents,
    ...invitationEvents,
    ...caretakerEvents,
    ...oversightEvents,
    ...profileEvents,
    ...signinEvents,
    "cases.change-holidays": { done: "เปลี่ยนวันหยุดราชการของระบบ", refused: "เปลี่ยนวันหยุดราชการไม่สำเร็จ" },
    "factors.begin-passkey": { done: "เริ่มเพิ่มพาสคีย์", refused: "เริ่มเพิ่มพาสคีย์ไม่สำเร็จ" },
    "factors.add-passkey": { done: "เพิ่มพาสคีย์แล้ว", refused: "เพิ่มพาสคีย์ไม่สำเร็จ" },
    "factors.remove-passkey": { done: "ลบพาสคีย์แล้ว", refused: "ลบพาสคีย์ไม่สำเร็จ" },
    "factors.begin-totp": { done: "เริ่มเพิ่มแอปยืนยันตัวตน", refused: "เริ่มเพิ่มแอปยืนยันตัวตนไม่สำเร็จ" },
    "factors.confirm-totp": { done: "เพิ่มแอปยืนยันตัวตนแล้ว", refused: "เพิ่มแอปยืนยันตัวตนไม่สำเร็จ" },
    "factors.remove-totp": { done: "ลบแอปยืนยันตัวตนแล้ว", refused: "ลบแอปยืนยันตัวตนไม่สำเร็จ" },
    "factors.renew-recovery-codes": { done: "สร้างรหัสกู้คืนชุดใหม่", refused: "สร้างรหัสกู้คืนชุดใหม่ไม่สำเร็จ" },
    "sessions.sign-out": { done: "ออกจากระบบ", refused: "ออกจากระบบไม่สำเร็จ" },
    "sessions.choose-membership": { done: "เลือกหน่วยงานที่จะทำงาน", refused: "เลือกหน่วยงานไม่สำเร็จ" },
    "sessions.end": { done: "สั่งให้เครื่องหนึ่งออกจากระบบ", refused: "สั่งให้เครื่องหนึ่งออกจากระบบไม่สำเร็จ" },
    "sessions.end-others": {
      done: "สั่งให้เครื่องอื่นทั้งหมดออกจากระบบ",
      refused: "สั่งให้เครื่องอื่นทั้งหมดออกจากระบบไม่สำเร็จ",
    },
    "passwords.change": { done: "เปลี่ยนรหัสผ่าน", refused: "พยายามเปลี่ยนรหัสผ่าน แต่กรอกรหัสผ่านปัจจุบันผิด" },
    "email.start-change": {
      done: "ขอตั้งหรือเปลี่ยนอีเมลรับรหัส OTP",
      refused: "พยายามเปลี่ยนอีเมลรับรหัส OTP แต่กรอกรหัสผ่านผิด",
    },
    "email.resend-codes": {
      done: "ขอส่งรหัสยืนยันอีเมลอีกครั้ง",
      refused: "ขอส่งรหัสยืนยันอีเมลอีกครั้ง แต่ยังส่งไม่ได้",
    },
    "email.withdraw-change": { done: "ยกเลิกการเปลี่ยนอีเมล", refused: "ยกเลิกการเปลี่ยนอีเมลไม่สำเร็จ" },
    "email.confirm": { done: "ยืนยันอีเมลรับรหัส OTP แล้ว", refused: "กรอกรหัสยืนยันอีเมลผิด" },
    "documents.judge": { done: "ระบบตรวจไฟล์เอกสารเสร็จแล้ว", refused: "ระบบตรวจไฟล์เอกสารไม่สำเร็จ" },
    "documents.note-reading": { done: "ระบบอ่านข้อความในเอกสารแล้ว", refused: "ระบบอ่านข้อความในเอกสารไม่สำเร็จ" },
    "documents.view": {
      done: "มีผู้มีอำนาจเปิดดูเอกสารที่ส่งไว้",
      refused: "มีผู้ขอเปิดดูเอกสารโดยไม่มีสิทธิ์ ระบบไม่ให้เปิด",
    },
    "documents.receive": { done: "ส่งไฟล์เอกสาร", refused: "ส่งไฟล์เอกสารไม่สำเร็จ" },
    "desk.claim": { done: "รับเรื่องมาพิจารณา", refused: "รับเรื่องมาพิจารณาไม่สำเร็จ" },
    "desk.claim-next": { done: "รับเรื่องถัดไปมาพิจารณา", refused: "รับเรื่องถัดไปไม่สำเร็จ" },
    "desk.release": { done: "พักเรื่องที่ถืออยู่", refused: "พักเรื่องไม่สำเร็จ" },
    "desk.view": { done: "เปิดดูเรื่องรอพิจารณา", refused: "เปิดดูเรื่องรอพิจารณาไม่สำเร็จ" },
    "desk.decide": { done: "ตัดสินเรื่องรอพิจารณา", refused: "ตัดสินเรื่องรอพิจารณาไม่สำเร็จ" },
    "desk.undo": { done: "เลิกทำการตัดสิน", refused: "เลิกทำการตัดสินไม่สำเร็จ" },
    "desk.reopen": { done: "เปิดเรื่องที่ตัดสินแล้วใหม่", refused: "เปิดเรื่องที่ตัดสินแล้วใหม่ไม่สำเร็จ" },
    "desk.settle": { done: "การตัดสินของฉันมีผล", refused: "การตัดสินของฉันยังไม่มีผล" },
    ...registrationEvents,
    "manuals.publish": { done: "เผยแพร่คู่มือฉบับใหม่", refused: "เผยแพร่คู่มือฉบับใหม่ไม่สำเร็จ" },
    "support.change-contact": {
      done: "เปลี่ยนช่องทางติดต่อของส่วนกลาง",
      refused: "เปลี่ยนช่องทางติดต่อของส่วนกลางไม่สำเร็จ",
    },
  },
} as const
