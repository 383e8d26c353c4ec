import { findUnit } from "@/db/queries/units"
export const x = findUnit
