import "server-only"
import { required } from "@/lib/env"

/** Where this provider stands: the portal's origin and `/oidc` (OpenID Connect Discovery 1.0 §3). */
export function issuer(): string {
  return `${new URL(required("ORIGIN")).origin}/oidc`
}
