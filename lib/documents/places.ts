import "server-only"

/** The sealed key of a document belongs to its row; moved to another it does not open. */
export function documentKeyPlace(id: string): string {
  return `documents/${id}/key`
}

/** Where the words of a page lie: among what is of its document, so that they go with it. */
export function wordsKey(storageKey: string, page: number): string {
  return `${storageKey}/page-${page}-words`
}
