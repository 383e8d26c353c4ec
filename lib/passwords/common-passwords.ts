import "server-only"
import { dictionary } from "@zxcvbn-ts/language-common"
import { folded } from "./rules"

let known: ReadonlySet<string> | undefined

/** Some 49,000 passwords that others have used, folded; out of the lists of zxcvbn (MIT). Made when first asked for. */
export function commonPasswords(): ReadonlySet<string> {
  known ??= new Set(dictionary["passwords-common"].map(folded).filter((word) => word.length >= 4))
  return known
}
