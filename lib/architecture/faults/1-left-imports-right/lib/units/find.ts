import "server-only"
import { grant } from "../access/grant"
export const x = grant
