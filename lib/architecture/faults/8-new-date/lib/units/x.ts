import "server-only"
export const x = () => new Date()
