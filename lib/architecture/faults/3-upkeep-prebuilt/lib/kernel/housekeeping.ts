export const housekeeping = [] as const
