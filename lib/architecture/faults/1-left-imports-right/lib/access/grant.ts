import "server-only"
export const grant = 1
