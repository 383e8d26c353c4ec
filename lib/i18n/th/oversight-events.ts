/** What the activity page says of naming a successor. */
export const oversightEvents = {
  "oversight.name-successor": { done: "ระบุผู้สืบทอดของ SSO Admin", refused: "ระบุผู้สืบทอดไม่สำเร็จ" },
  "oversight.remove-successor": { done: "ยกเลิกผู้สืบทอดของ SSO Admin", refused: "ยกเลิกผู้สืบทอดไม่สำเร็จ" },
} as const
