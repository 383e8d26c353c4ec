/** What the activity page says of a unit's data, and of changes of units. */
export const profileEvents = {
  "profiles.change": { done: "แก้ไขข้อมูลของหน่วยงาน", refused: "แก้ไขข้อมูลของหน่วยงานไม่สำเร็จ" },
  "profiles.confirm": { done: "ยืนยันว่าข้อมูลของหน่วยงานยังถูกต้อง", refused: "ยืนยันข้อมูลของหน่วยงานไม่สำเร็จ" },
  "restructuring.plan": {
    done: "เปลี่ยนประเภท รหัส หรือรวมหน่วยงาน",
    refused: "เปลี่ยนประเภท รหัส หรือรวมหน่วยงานไม่สำเร็จ",
  },
  "restructuring.withdraw": { done: "ยกเลิกการเปลี่ยนหน่วยงานที่รอวันมีผล", refused: "ยกเลิกการเปลี่ยนหน่วยงานไม่สำเร็จ" },
  "restructuring.carry-out": { done: "การเปลี่ยนหน่วยงานมีผลตามกำหนด", refused: "การเปลี่ยนหน่วยงานยังไม่มีผล" },
  "restructuring.follow": { done: "ย้ายสิ่งที่ตามมาไปยังหน่วยงานที่รับรวม", refused: "ย้ายสิ่งที่ตามมาไม่สำเร็จ" },
} as const
