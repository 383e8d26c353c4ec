/** Something that may stand nowhere in clear. */
export type Secret = {
  readonly name: string
  readonly value: string
}

const digitsOf = (text: string) => text.replace(/[๐-๙]/g, (digit) => String("๐๑๒๓๔๕๖๗๘๙".indexOf(digit)))

/** How a secret would look as it was typed, in an address, in JSON, as bytes of the database and in base64. */
function spellings(value: string): string[] {
  const bytes = Buffer.from(value, "utf8")
  return [
    value,
    encodeURIComponent(value),
    new URLSearchParams({ v: value }).toString().slice(2),
    JSON.stringify(value).slice(1, -1),
    bytes.toString("hex"),
    bytes.toString("base64").replace(/=+$/, ""),
    bytes.toString("base64url"),
  ]
}

/** A code has six digits and would turn up by chance within longer numbers: it must stand by itself. */
function holds(text: string, digits: string, secret: string): boolean {
  if (/^\d{6}$/.test(secret)) return new RegExp(`(?<![0-9A-Za-z])${secret}(?![0-9A-Za-z])`).test(digits)
  if (/^\d{13}$/.test(secret) && digits.replace(/(?<=\d)[ -](?=\d)/g, "").includes(secret)) return true
  const folded = text.toLowerCase()
  return spellings(secret).some((spelling) => folded.includes(spelling.toLowerCase()))
}

/** Which secrets a text holds, in whatever spelling; each as "place: name". */
export function findSecrets(place: string, text: string, secrets: readonly Secret[]): string[] {
  const digits = digitsOf(text)
  return secrets.filter(({ value }) => holds(text, digits, value)).map(({ name }) => `${place}: ${name}`)
}
