export const en = { unit: "Unit" }
