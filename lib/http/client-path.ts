import "server-only"
import { pathSegment } from "./path-segment"
import { systemPath } from "./system-path"

/** Path of the clients of a system, of what a form sent. */
export function clientsPath(code: string): string {
  return `${systemPath(code)}/client`
}

/** Path of one of them. */
export function clientPath(code: string, client: string): string {
  return `${clientsPath(code)}/${pathSegment(client, 80)}`
}
