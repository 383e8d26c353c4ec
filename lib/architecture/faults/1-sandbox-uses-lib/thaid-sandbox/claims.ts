import { isNationalId } from "../lib/identity/rules"

export const isGood = isNationalId
