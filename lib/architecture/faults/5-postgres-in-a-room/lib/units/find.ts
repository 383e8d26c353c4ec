import "server-only"
import postgres from "postgres"
export const x = postgres
