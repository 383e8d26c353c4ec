import "server-only"

/** Where a mail's sealed content belongs, so that it opens nowhere else. */
export function mailPlace(mailId: string): string {
  return `outbox_mails/${mailId}/props_sealed`
}
