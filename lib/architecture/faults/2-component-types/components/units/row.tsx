import type { Unit } from "@/db/schema/units"
export type Row = Unit
