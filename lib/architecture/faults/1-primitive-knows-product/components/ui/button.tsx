import { x } from "@/lib/units/rules"
export const y = x
