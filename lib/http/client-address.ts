import "server-only"
import { isIP } from "node:net"
import { env } from "@/lib/env"

/**
 * The network address a request came from. Next writes the peer's address into `x-forwarded-for` when nobody has;
 * what a client itself wrote there is believed only behind a proxy of ours (`TRUST_PROXY=1`), and then only the last
 * hop, which that proxy added.
 */
export function clientAddress(headers: Headers): string | null {
  const hops = (headers.get("x-forwarded-for") ?? "")
    .split(",")
    .map((hop) => hop.trim().replace(/^::ffff:/, ""))
  const hop = env.TRUST_PROXY === "1" ? hops.at(-1) : hops[0]
  return hop && isIP(hop) ? hop : null
}
