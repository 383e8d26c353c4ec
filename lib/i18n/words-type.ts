/**
 * The shape that the English dictionary must have: the same keys as the Thai one, any text as value,
 * and for sentences with gaps a function with the same gaps.
 */
export type Words<T> = {
  readonly [K in keyof T]: T[K] extends (...gaps: infer A) => string
    ? (...gaps: A) => string
    : T[K] extends string
      ? string
      : Words<T[K]>
}
