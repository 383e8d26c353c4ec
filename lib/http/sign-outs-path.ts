import "server-only"
import { systemPath } from "./system-path"

/** Path of the report of a system's sign-outs, of what a form sent. */
export function signOutsPath(code: string): string {
  return `${systemPath(code)}/sign-outs`
}
