export const closeUnit = 1
