import "server-only"

/** A sealed activation code belongs to its row; moved to another it does not open. */
export function activationCodePlace(id: string): string {
  return `activation_codes/${id}/code`
}
