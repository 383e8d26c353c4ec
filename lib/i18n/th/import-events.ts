/** What one reads of what was done about users of a unit that were brought in by a workbook. */
export const importEvents = {
  "imports.judge": { done: "ตรวจไฟล์รายชื่อผู้ใช้งานก่อนนำเข้า", refused: "ตรวจไฟล์รายชื่อผู้ใช้งานไม่สำเร็จ" },
  "imports.apply": { done: "เริ่มนำเข้าผู้ใช้งานจากไฟล์", refused: "เริ่มนำเข้าผู้ใช้งานไม่สำเร็จ" },
  "imports.apply-row": { done: "นำเข้าผู้ใช้งาน ๑ แถวจากไฟล์", refused: "นำเข้าผู้ใช้งาน ๑ แถวไม่สำเร็จ" },
  "imports.grant-accepted": {
    done: "ให้สิทธิ์ตามไฟล์เมื่อเจ้าตัวตอบรับ",
    refused: "ให้สิทธิ์ตามไฟล์เมื่อเจ้าตัวตอบรับไม่สำเร็จ",
  },
  "imports.undo": { done: "เริ่มย้อนการนำเข้าผู้ใช้งาน", refused: "เริ่มย้อนการนำเข้าผู้ใช้งานไม่สำเร็จ" },
  "imports.undo-row": { done: "ย้อนการนำเข้า ๑ แถว", refused: "ย้อนการนำเข้า ๑ แถวไม่สำเร็จ" },
  "imports.export": { done: "ส่งออกรายชื่อผู้ใช้งานและสิทธิ์", refused: "ส่งออกรายชื่อผู้ใช้งานและสิทธิ์ไม่สำเร็จ" },
} as const
