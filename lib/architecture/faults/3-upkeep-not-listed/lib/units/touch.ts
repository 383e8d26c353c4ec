import "server-only"
export function touchUnit(tx: unknown) {
  return tx
}
