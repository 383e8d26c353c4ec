import "server-only"
import { systemPath } from "./system-path"

/** Path of the page of a system's programs, of what a form sent. */
export function programPath(code: string): string {
  return `${systemPath(code)}/machine`
}
