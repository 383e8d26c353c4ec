import { isNationalId } from "../../thaid-sandbox/national-id"

export const isGood = isNationalId
