import "server-only"

/** The sealed key of a document belongs to its row; moved to another it does not open. */
export function documentKeyPlace(id: string): string {
  return `documents/${id}/key`
}
