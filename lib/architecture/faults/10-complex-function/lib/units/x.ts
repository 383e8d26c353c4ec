export function x(a: number) {
  if (a > 0) {
    if (a < 9) {
      if (a !== 3) return 0
    }
  }
  if (a > 1) {
    if (a < 10) {
      if (a !== 4) return 1
    }
  }
  if (a > 2) {
    if (a < 11) {
      if (a !== 5) return 2
    }
  }
  if (a > 3) {
    if (a < 12) {
      if (a !== 6) return 3
    }
  }
  return 0
}
