export const Row = 1
