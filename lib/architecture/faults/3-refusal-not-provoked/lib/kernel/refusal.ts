export const refusalCodes = ["units.gone"] as const
