/** Numbers that look like chance and are the same for the same seed: a test that fails can be run again. */
export type Chance = {
  /** From 0 up to, not including, a limit. */
  readonly below: (limit: number) => number
  /** Around 0, mostly between −2 and 2. */
  readonly bell: () => number
  readonly one: <T>(of: readonly [T, ...T[]]) => T
}

/** Mulberry32. */
export function chanceOf(seed: number): Chance {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  return {
    below: (limit) => next() * limit,
    bell: () => (next() + next() + next() + next() - 2) * Math.sqrt(3),
    one: (of) => of[Math.floor(next() * of.length)] ?? of[0],
  }
}
