export function x(y: string | null) {
  return y!.length
}
