/** What one reads of what was done about users of a unit. */
export const memberEvents = {
  "members.offer": { done: "เชิญเป็นผู้ใช้งานของหน่วยงาน", refused: "เชิญผู้ใช้งานของหน่วยงานไม่สำเร็จ" },
  "members.withdraw-offer": { done: "ยกเลิกคำเชิญเป็นผู้ใช้งาน", refused: "ยกเลิกคำเชิญเป็นผู้ใช้งานไม่สำเร็จ" },
  "members.resend-offer": { done: "ส่งคำเชิญเป็นผู้ใช้งานอีกครั้ง", refused: "ส่งคำเชิญเป็นผู้ใช้งานอีกครั้งไม่สำเร็จ" },
  "members.accept-offer": { done: "ตอบรับเป็นผู้ใช้งานของหน่วยงาน", refused: "ตอบรับคำเชิญของหน่วยงานไม่สำเร็จ" },
  "members.decline-offer": { done: "ปฏิเสธคำเชิญของหน่วยงาน", refused: "ปฏิเสธคำเชิญของหน่วยงานไม่สำเร็จ" },
  "members.edit": { done: "แก้ไขข้อมูลผู้ใช้งานของหน่วยงาน", refused: "แก้ไขข้อมูลผู้ใช้งานของหน่วยงานไม่สำเร็จ" },
  "members.suspend": { done: "ระงับการสังกัดหน่วยงาน", refused: "ระงับการสังกัดหน่วยงานไม่สำเร็จ" },
  "members.restore": { done: "ยกเลิกการระงับการสังกัดหน่วยงาน", refused: "ยกเลิกการระงับการสังกัดหน่วยงานไม่สำเร็จ" },
  "members.end": { done: "ให้ออกจากหน่วยงาน", refused: "ให้ออกจากหน่วยงานไม่สำเร็จ" },
  "members.leave": { done: "ออกจากหน่วยงานด้วยตนเอง", refused: "ออกจากหน่วยงานด้วยตนเองไม่สำเร็จ" },
  "members.suspend-account": { done: "ระงับบัญชีผู้ใช้งาน", refused: "ระงับบัญชีผู้ใช้งานไม่สำเร็จ" },
  "members.restore-account": { done: "ยกเลิกการระงับบัญชีผู้ใช้งาน", refused: "ยกเลิกการระงับบัญชีผู้ใช้งานไม่สำเร็จ" },
  "members.close-account": { done: "ปิดบัญชีผู้ใช้งาน", refused: "ปิดบัญชีผู้ใช้งานไม่สำเร็จ" },
  "members.end-sessions": { done: "ให้บัญชีออกจากระบบในทุกอุปกรณ์", refused: "ให้บัญชีออกจากระบบในทุกอุปกรณ์ไม่สำเร็จ" },
} as const
