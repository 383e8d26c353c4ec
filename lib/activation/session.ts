import "server-only"
import { findOpened, lockOpened, type OpenedRow } from "@/db/queries/activation"
import type { Executor, Transaction } from "@/db/types"
import type { RefusalCode } from "@/lib/kernel/refusal"
import { findOfCode, lockOfCode, type OrderOfCode } from "@/lib/orders/by-code"
import { activationTokenHashes } from "./hashes"

type Asked = { readonly activation: string; readonly now: Date }

/** What this browser fills in, with its order as it stands. */
export type Opened = OpenedRow & OrderOfCode

function shut(opened: OpenedRow | undefined, now: Date): RefusalCode | undefined {
  if (!opened || opened.activation.expiresAt <= now) return "activation.gone"
  return opened.code.endedAt ? "activation.superseded" : undefined
}

/** Step: what this browser fills in, for a look. */
export async function findSession(db: Executor, { activation, now }: Asked): Promise<Opened | RefusalCode> {
  const opened = await findOpened(db, { tokenHashes: activationTokenHashes(activation) })
  const no = shut(opened, now)
  if (no || !opened) return no ?? "activation.gone"
  const order = await findOfCode(db, opened.activation.orderId)
  return order ? { ...opened, ...order } : "activation.gone"
}

/**
 * Step: the same, held by its code, so that a newer code, a second submission and this act come one after the other. The
 * order itself is not held yet.
 */
export async function lockSession(
  tx: Transaction,
  { activation, now }: Asked,
): Promise<Opened | RefusalCode> {
  const opened = await lockOpened(tx, { tokenHashes: activationTokenHashes(activation) })
  const no = shut(opened, now)
  if (no || !opened) return no ?? "activation.gone"
  const order = await findOfCode(tx, opened.activation.orderId)
  return order ? { ...opened, ...order } : "activation.gone"
}

/** Step: the same with its order held, for a change of the page with that number and version. */
export async function lockForm(
  tx: Transaction,
  asked: Asked & { readonly number: string; readonly version: number },
): Promise<Opened | RefusalCode> {
  const opened = await lockSession(tx, asked)
  if (typeof opened === "string") return opened
  const order = await lockOfCode(tx, opened.activation.orderId, asked)
  return typeof order === "string" ? order : { ...opened, ...order }
}
