/** What one reads in the own activity of what was done with rights. */
export const rightsEvents = {
  "rights.change": { done: "เปลี่ยนสิทธิ์ใช้ระบบ", refused: "เปลี่ยนสิทธิ์ใช้ระบบไม่สำเร็จ" },
  "rights.settle": { done: "ระบบถอนสิทธิ์ที่ระงับครบกำหนด", refused: "ระบบถอนสิทธิ์ที่ระงับไม่สำเร็จ" },
} as const
