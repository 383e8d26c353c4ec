import "server-only"
export const closeUnit = command({})
