export const th = { unit: "หน่วยงาน" }
