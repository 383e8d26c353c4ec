import "server-only"
import { redirect } from "next/navigation"
export const x = redirect
