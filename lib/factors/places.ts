import "server-only"
/** Where a sealed secret of an authenticator app belongs. */
export function totpPlace(id: string): string {
  return `totp_factors/secret_sealed/${id}`
}

/** Where a sealed digest of a recovery code belongs. */
export function recoveryPlace(id: string): string {
  return `recovery_codes/digest_sealed/${id}`
}
