export const th = { unit: "Unit" }
