import "server-only"
import type { Database } from "@/db/types"
import type { Transport } from "./transport/transport"

/** What a sender works with. `clock` is read at each step, because sending takes time. */
export type Delivery = {
  readonly db: Database
  readonly transport: Transport
  readonly from: string
  /** The portal's address as its readers see it, e.g. `sso.example`. */
  readonly host: string
  /** The same with its scheme, for links. */
  readonly origin: string
  readonly clock: () => Date
}
