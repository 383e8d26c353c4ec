import "server-only"

/** Where the sealed content of an imported row belongs; moved to another row it does not open. */
export function importRowPlace(rowId: string): string {
  return `import_rows/${rowId}/content`
}
