import "server-only"
import { BlockList, isIP } from "node:net"
import { env } from "@/lib/env"

/** How far calls to addresses that somebody typed may go. */
export type Reach = {
  /** Hosts of the intranet that may stand at a private address. */
  readonly hosts: ReadonlySet<string>
  /** Networks that may be called whatever they are. */
  readonly networks: BlockList
  /** Whether this machine may be called, over plain http too: in a demonstration alone. */
  readonly thisMachine: boolean
}

type Block = readonly [net: string, prefix: number]

/** The IANA registry of special-purpose IPv4 addresses (RFC 6890), without the private ones below. */
const special4: readonly Block[] = [
  ["0.0.0.0", 8],
  ["127.0.0.0", 8],
  ["169.254.0.0", 16],
  ["192.0.0.0", 24],
  ["192.0.2.0", 24],
  ["192.88.99.0", 24],
  ["198.18.0.0", 15],
  ["198.51.100.0", 24],
  ["203.0.113.0", 24],
  ["224.0.0.0", 4],
  ["240.0.0.0", 4],
]

/** Addresses of intranets: RFC 1918 and RFC 6598, RFC 4193. */
const private4: readonly Block[] = [
  ["10.0.0.0", 8],
  ["100.64.0.0", 10],
  ["172.16.0.0", 12],
  ["192.168.0.0", 16],
]
const private6: readonly Block[] = [["fc00::", 7]]

/**
 * All that is given out for the world is in `2000::/3`; in it, what carries IPv4 addresses, documentation and tests. IPv4
 * addresses written as IPv6 ones (`::ffff:10.0.0.1`) are outside.
 */
const given6: readonly Block[] = [["2000::", 3]]
const special6: readonly Block[] = [
  ["2001::", 23],
  ["2001:db8::", 32],
  ["2002::", 16],
  ["3fff::", 20],
]

const specials4 = blocks("ipv4", special4)
const privates4 = blocks("ipv4", private4)
const privates6 = blocks("ipv6", private6)
const givens6 = blocks("ipv6", given6)
const specials6 = blocks("ipv6", special6)
const machine4 = blocks("ipv4", [["127.0.0.0", 8]])

function blocks(family: "ipv4" | "ipv6", nets: readonly Block[], list = new BlockList()): BlockList {
  for (const [net, prefix] of nets) list.addSubnet(net, prefix, family)
  return list
}

/** Reads a list of hosts and networks (`10.20.0.0/16`, `fd00:20::/32`), separated by commas. Throws on a malformed network. */
export function reachOf(list: string, thisMachine: boolean): Reach {
  const entries = list
    .split(",")
    .map((entry) => entry.trim().toLowerCase())
    .filter(Boolean)
  const networks = new BlockList()
  for (const entry of entries.filter((one) => one.includes("/"))) {
    const [net = "", prefix] = entry.split("/")
    blocks(isIP(net) === 6 ? "ipv6" : "ipv4", [[net, Number(prefix)]], networks)
  }
  return { hosts: new Set(entries.filter((entry) => !entry.includes("/"))), networks, thisMachine }
}

/** What `OUTBOUND_ALLOW` lets us reach. */
export function configuredReach(): Reach {
  return reachOf(env.OUTBOUND_ALLOW, env.APP_MODE === "demo")
}

/** Whether an address is this very machine. */
export function isThisMachine(address: string): boolean {
  return address === "::1" || (isIP(address) === 4 && machine4.check(address, "ipv4"))
}

/**
 * Whether a host may be called at an address it was resolved to. A host of the list may stand in an intranet, never at
 * this machine or at the cloud's own services (169.254.169.254): names can be made to point there.
 */
export function mayReach(reach: Reach, host: string, address: string): boolean {
  const version = isIP(address)
  if (version === 0) return false
  const family = version === 6 ? "ipv6" : "ipv4"
  if (reach.networks.check(address, family)) return true
  if (isThisMachine(address)) return reach.thisMachine
  if ((version === 6 ? privates6 : privates4).check(address, family)) return reach.hosts.has(host)
  return version === 6
    ? givens6.check(address, family) && !specials6.check(address, family)
    : !specials4.check(address, family)
}
