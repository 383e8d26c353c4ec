export const pipe = 1
