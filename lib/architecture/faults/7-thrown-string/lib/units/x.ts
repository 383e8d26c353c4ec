export function x() {
  throw "no"
}
