import "server-only"

/** Where a sealed secret of a webhook belongs. */
export function webhookSecretPlace(id: string): string {
  return `webhook_secrets/${id}/secret`
}
