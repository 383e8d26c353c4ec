import "server-only"

/** Where an attempt's sealed PKCE verifier belongs, so that it opens nowhere else. */
export function thaidVerifierPlace(attemptId: string): string {
  return `thaid_attempts/${attemptId}/verifier`
}
