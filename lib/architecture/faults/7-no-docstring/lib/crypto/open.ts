import "server-only"
export function open(): void {}
