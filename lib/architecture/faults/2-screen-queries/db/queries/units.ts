export const findUnit = 1
