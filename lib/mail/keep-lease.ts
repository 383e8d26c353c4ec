import "server-only"
import { type LeasedMail, leaseLonger } from "@/db/queries/mail"
import { log } from "@/lib/log"
import type { Delivery } from "./delivery"
import { leaseTime, renewEvery } from "./rules"

/** A lease that is being renewed. */
export type KeptLease = {
  /** Stops renewing and gives the mail with the lease that it has now. */
  readonly end: () => Promise<LeasedMail>
}

/**
 * Renews the lease of a mail while it is being sent. So a lease can be short, and a mail whose sender was killed waits
 * only seconds for the next one, while a slow server does not make a second sender believe that the first is dead.
 */
export function keepLease({ db, clock }: Pick<Delivery, "db" | "clock">, leased: LeasedMail): KeptLease {
  let mail = leased
  let renewing: Promise<void> = Promise.resolve()
  const renew = async () => {
    try {
      mail = (await leaseLonger(db, mail, new Date(clock().getTime() + leaseTime))) ?? mail
    } catch {
      // The database is away for a moment; the next renewal, or settling, will tell.
      log.warn({ mailId: mail.id }, "mail: lease not renewed")
    }
  }
  const timer = setInterval(() => {
    renewing = renewing.then(renew)
  }, renewEvery)
  return {
    async end() {
      clearInterval(timer)
      await renewing
      return mail
    },
  }
}
