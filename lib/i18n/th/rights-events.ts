/** What one reads in the own activity of what was done with rights. */
export const rightsEvents = {
  "rights.change": { done: "เปลี่ยนสิทธิ์ใช้ระบบ", refused: "เปลี่ยนสิทธิ์ใช้ระบบไม่สำเร็จ" },
  "rights.settle": { done: "ระบบถอนสิทธิ์ที่ระงับครบกำหนด", refused: "ระบบถอนสิทธิ์ที่ระงับไม่สำเร็จ" },
  "rights.ask": { done: "ขอสิทธิ์ใช้ระบบ", refused: "ขอสิทธิ์ใช้ระบบไม่สำเร็จ" },
  "rights.withdraw-request": { done: "ถอนคำขอสิทธิ์", refused: "ถอนคำขอสิทธิ์ไม่สำเร็จ" },
  "rights.decide": { done: "ตอบคำขอสิทธิ์ใช้ระบบ", refused: "ตอบคำขอสิทธิ์ใช้ระบบไม่สำเร็จ" },
} as const
