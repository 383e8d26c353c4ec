/** What one reads in the own activity of what was done with rights. */
export const rightsEvents = {
  "rights.change": { done: "เปลี่ยนสิทธิ์ใช้ระบบ", refused: "เปลี่ยนสิทธิ์ใช้ระบบไม่สำเร็จ" },
  "rights.settle": { done: "ระบบถอนสิทธิ์ที่ระงับครบกำหนด", refused: "ระบบถอนสิทธิ์ที่ระงับไม่สำเร็จ" },
  "rights.ask": { done: "ขอสิทธิ์ใช้ระบบ", refused: "ขอสิทธิ์ใช้ระบบไม่สำเร็จ" },
  "rights.withdraw-request": { done: "ถอนคำขอสิทธิ์", refused: "ถอนคำขอสิทธิ์ไม่สำเร็จ" },
  "rights.decide": { done: "ตอบคำขอสิทธิ์ใช้ระบบ", refused: "ตอบคำขอสิทธิ์ใช้ระบบไม่สำเร็จ" },
  "rights.change-system": { done: "เปลี่ยนข้อมูลระบบปลายทาง", refused: "เปลี่ยนข้อมูลระบบปลายทางไม่สำเร็จ" },
  "rights.name-units": { done: "เปลี่ยนรายชื่อหน่วยงานที่ใช้ระบบ", refused: "เปลี่ยนรายชื่อหน่วยงานที่ใช้ระบบไม่สำเร็จ" },
  "rights.save-role": { done: "บันทึกสิทธิ์ของระบบ", refused: "บันทึกสิทธิ์ของระบบไม่สำเร็จ" },
  "rights.add-period": { done: "เพิ่มรอบเปิดระบบ", refused: "เพิ่มรอบเปิดระบบไม่สำเร็จ" },
  "rights.add-quarters": { done: "เพิ่มรอบเปิดระบบตามไตรมาส", refused: "เพิ่มรอบเปิดระบบตามไตรมาสไม่สำเร็จ" },
  "rights.remove-period": { done: "ลบรอบเปิดระบบ", refused: "ลบรอบเปิดระบบไม่สำเร็จ" },
} as const
