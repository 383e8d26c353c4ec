/** What one reads of what was done about users of a unit. */
export const memberEvents = {
  "members.offer": { done: "เชิญเป็นผู้ใช้งานของหน่วยงาน", refused: "เชิญผู้ใช้งานของหน่วยงานไม่สำเร็จ" },
  "members.withdraw-offer": { done: "ยกเลิกคำเชิญเป็นผู้ใช้งาน", refused: "ยกเลิกคำเชิญเป็นผู้ใช้งานไม่สำเร็จ" },
  "members.resend-offer": { done: "ส่งคำเชิญเป็นผู้ใช้งานอีกครั้ง", refused: "ส่งคำเชิญเป็นผู้ใช้งานอีกครั้งไม่สำเร็จ" },
  "members.accept-offer": { done: "ตอบรับเป็นผู้ใช้งานของหน่วยงาน", refused: "ตอบรับคำเชิญของหน่วยงานไม่สำเร็จ" },
  "members.decline-offer": { done: "ปฏิเสธคำเชิญของหน่วยงาน", refused: "ปฏิเสธคำเชิญของหน่วยงานไม่สำเร็จ" },
} as const
