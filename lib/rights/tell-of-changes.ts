import "server-only"
import type { Transaction } from "@/db/types"
import type { Locale } from "@/lib/i18n/locale"
import { enqueueMail } from "@/lib/mail/enqueue"
import type { MadeChange } from "./apply-changes"

type Told = {
  readonly unit: { readonly nameTh: string; readonly nameEn: string | null }
  readonly made: readonly MadeChange[]
  readonly reason: string
  readonly now: Date
}

/** Step: mails everyone whose roles changed, one mail each however many they were, in his own language. */
export async function tellOfChanges(tx: Transaction, { unit, made, reason, now }: Told): Promise<void> {
  const people = new Map(made.map(({ member }) => [member.accountId, member]))
  for (const { accountId, email, locale } of people.values()) {
    if (!email) continue
    const changes = made.filter(({ member }) => member.accountId === accountId)
    const props = {
      unit: locale === "en" && unit.nameEn ? unit.nameEn : unit.nameTh,
      changes: changes.map((change) => lineOf(change, locale)),
      reason,
      at: now.toISOString(),
    }
    await enqueueMail(tx, { template: "rights-changed", locale, to: email, props, now })
  }
}

function lineOf({ act, role, validUntil }: MadeChange, locale: Locale) {
  const th = locale === "th"
  return {
    act,
    system: th ? role.systemTh : role.systemEn,
    role: th ? role.roleTh : role.roleEn,
    until: validUntil,
  }
}
