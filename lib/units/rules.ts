/** Name or code as it is compared in a search that forgives misspelling. */
export function normaliseForSearch(text: string): string {
  return text.toLowerCase().replace(/[\s\p{P}\p{Cf}]/gu, "")
}
