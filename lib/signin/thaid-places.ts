import "server-only"

/** Where an attempt's sealed PKCE verifier belongs, so that it opens nowhere else. */
export function thaidVerifierPlace(attemptId: string): string {
  return `thaid_attempts/${attemptId}/verifier`
}

/** Where the sealed facts of a proved person belong. */
export function thaidProofPlace(attemptId: string): string {
  return `thaid_attempts/${attemptId}/proof`
}
