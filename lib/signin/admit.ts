import "server-only"
import { upsertKnownDevice } from "@/db/queries/signin"
import type { Transaction } from "@/db/types"
import { keyedHashes } from "@/lib/crypto/keyed-hash"
import { randomToken } from "@/lib/crypto/random"
import { keyRing } from "@/lib/crypto/ring"
import type { Locale } from "@/lib/i18n/locale"
import type { RefusalCode } from "@/lib/kernel/refusal"
import { enqueueMail } from "@/lib/mail/enqueue"
import { type Browser, openSession } from "@/lib/sessions/open-session"
import { type Assurance, assurances } from "@/lib/sessions/rules"
import { thaidDutyOf } from "./thaid-duty"

/** Who comes in, how sure that is, and by which browser. */
type Arrival = {
  readonly accountId: string
  /** The confirmed address, told of a browser that the account had not used before. */
  readonly email: string | null
  readonly assurance: Assurance
  readonly sharedComputer: boolean
  readonly locale: Locale
  readonly browser: Browser & { readonly device?: string | undefined; readonly session?: string | undefined }
  readonly now: Date
}

/** What the browser gets, or why it gets nothing. */
type Admitted =
  | { readonly session: string; readonly device: string; readonly sessionId: string }
  | { readonly no: RefusalCode }

/**
 * Step: opens the session and remembers the browser; tokens are for its cookies alone. Every sign-in ends here, so here
 * the duty to sign in by ThaiID holds, by whatever way somebody comes; before its day a session lasts until then.
 */
export async function admit(
  tx: Transaction,
  { accountId, email, assurance, sharedComputer, locale, browser, now }: Arrival,
): Promise<Admitted> {
  const isThaid = assurance.acr === assurances.thaid.acr
  const duty = isThaid ? undefined : await thaidDutyOf(tx, accountId, now)
  if (duty && duty <= now) return { no: "signin.thaid-required" }
  const device = browser.device ?? randomToken()
  const [deviceHash = Buffer.alloc(0), ...formerHashes] = keyedHashes(keyRing(), "device-token", device)
  const known = await upsertKnownDevice(tx, { deviceHash, formerHashes, accountId, now })
  const { token, sessionId } = await openSession(tx, {
    accountId,
    assurance,
    sharedComputer,
    browser,
    ...(browser.session ? { replaces: browser.session } : {}),
    until: duty,
    now,
  })
  if (known.isNew && known.hadOthers && email) {
    const props = { at: now.toISOString() }
    await enqueueMail(tx, { template: "new-device", locale, to: email, props, now })
  }
  return { session: token, device, sessionId }
}
