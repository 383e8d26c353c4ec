/** What the activity page says of a unit's data. */
export const profileEvents = {
  "profiles.change": { done: "แก้ไขข้อมูลของหน่วยงาน", refused: "แก้ไขข้อมูลของหน่วยงานไม่สำเร็จ" },
  "profiles.confirm": { done: "ยืนยันว่าข้อมูลของหน่วยงานยังถูกต้อง", refused: "ยืนยันข้อมูลของหน่วยงานไม่สำเร็จ" },
} as const
