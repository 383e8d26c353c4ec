export const en = { unit: "Unit (หน่วยงาน)" }
