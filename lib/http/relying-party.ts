import "server-only"
import { isIP } from "node:net"
import { headers } from "next/headers"
import { env } from "@/lib/env"

/** The portal as passkeys know it: its host name and its origin. */
export type RelyingParty = { readonly id: string; readonly origin: string }

/**
 * For whom passkeys are made and asked here (W3C Web Authentication Level 3, §5.1.2): the configured origin. A
 * demonstration is opened by several names and goes by the one at hand. Nothing at a bare network address, for which
 * browsers make no passkeys.
 */
export async function relyingParty(): Promise<RelyingParty | undefined> {
  const host = (await headers()).get("host")
  const origin = new URL(env.APP_MODE === "demo" && host ? `http://${host}` : env.ORIGIN)
  const id = origin.hostname
  return isIP(id) || id.startsWith("[") ? undefined : { id, origin: origin.origin }
}
