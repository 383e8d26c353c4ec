export * from "./close"
