import "server-only"
import type { Asked } from "./asked"
import { browserPair } from "./browser-pair"
import { goBack, goOn, newGrant } from "./conclude"
import type { Proof } from "./proof"
import { runningProvider } from "./running"

/** Makes the grant that the way in rests on, without the scopes that the person did not agree to. */
export async function grantFor(
  asked: Asked,
  accountId: string,
  withheld: readonly string[] = [],
): Promise<string> {
  return await newGrant(await runningProvider(), asked, accountId, withheld)
}

/** The address by which the browser goes on to the system, signed in there. */
export async function wayIn(
  headers: Headers,
  entry: { readonly accountId: string; readonly proof: Proof; readonly grantId: string },
): Promise<string> {
  return await goOn(await runningProvider(), browserPair(headers), entry)
}

/** The address by which the browser goes back to the system, which learns that nobody came in. */
export async function wayBack(headers: Headers): Promise<string> {
  return await goBack(await runningProvider(), browserPair(headers))
}
