export const housekeeping = ["touchUnit"] as const
