export { closeUnit } from "./close"
export { findUnit } from "./find"
