/** The words of the lookup's form, by their keys. */
export const lookupLabels = [
  "query",
  "queryHint",
  "province",
  "anyProvince",
  "district",
  "anyDistrict",
  "districtHint",
  "kind",
  "anyKind",
  "find",
] as const
