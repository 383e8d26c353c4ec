import { th } from "./th"
type Words<T> = { [K in keyof T]: T[K] extends string ? string : Words<T[K]> }
export const en: Words<typeof th> = { units: { none: "None" } }
