/**
 * Scopes of the service, in the order of its document; each but `openid` is also the name of the claim that it gives.
 * `house_address` is listed in production only.
 */
export const scopes = [
  "openid",
  "pid",
  "name",
  "name_en",
  "title",
  "title_en",
  "given_name",
  "given_name_en",
  "middle_name",
  "middle_name_en",
  "family_name",
  "family_name_en",
  "birthdate",
  "gender",
  "address",
  "house_address",
  "smartcard_code",
  "ial",
  "date_of_issuance",
  "date_of_expiry",
] as const

/** The words of a scope parameter, each once. */
export function scopeWords(parameter: string): string[] {
  return [...new Set(parameter.split(" ").filter((word) => word !== ""))]
}
