export function x(y: any) {
  return y
}
