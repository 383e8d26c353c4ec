export type Unit = string
