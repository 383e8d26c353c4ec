import { x } from "../units/x"
export const y = x
