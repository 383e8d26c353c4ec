export const th = { units: { none: "ไม่พบ", one: "พบหนึ่ง" } } as const
