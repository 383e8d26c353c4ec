import { join } from "node:path"
import { fileURLToPath } from "node:url"

/** The folder of the checkout. */
export const root = fileURLToPath(new URL("..", import.meta.url))

/** Locks that belong to the checkout (installing, building), whatever home the portal runs with. */
export const checkoutLocks = join(root, ".data", "locks")
