import { headerFaults, isUnstored } from "./header-rules"
import type { RawBrowser } from "./raw-browser"
import type { RawAnswer } from "./raw-http"
import { routeTable } from "./route-table"

/** Addresses beside the routes: what is not there, what cannot be read, what Next and `public/` serve by themselves. */
const others = [
  "/",
  "/nowhere",
  "/%ff",
  "/icon.svg",
  "/m/no-such-manual",
  "/admins/99999999",
  "/login?lang=en",
]

/** An answer of a crawl, and by what it was asked for. */
export type Crawled = { readonly name: string; readonly at: string; readonly answer: RawAnswer }

/** Asks for every route of the portal by each way it has: GET, HEAD, and its form from here and from another site. */
export async function crawl(browser: RawBrowser): Promise<Crawled[]> {
  const answers: Crawled[] = []
  const keep = (at: string, name: string, answer: RawAnswer) => answers.push({ at, name, answer })
  for (const at of [...Object.values(routeTable).map((line) => line.at), ...others])
    keep(at, `GET ${at}`, await browser.get(at))
  for (const { at, form } of Object.values(routeTable)) {
    if (!form || at === "/api/logout") continue
    keep(at, `POST ${at}`, await browser.post(at, form))
    const foreign = { origin: "https://elsewhere.example" }
    keep(at, `POST from elsewhere ${at}`, await browser.send(at, "", foreign))
    keep(
      at,
      `POST of a wrong make ${at}`,
      await browser.send(at, "{}", { "content-type": "application/json" }),
    )
  }
  return answers
}

/** What is wrong with the headers of what a crawl found. */
export function crawlFaults(crawled: readonly Crawled[], isSignedIn: boolean): string[] {
  return crawled.flatMap(({ name, at, answer }) => {
    const faults = headerFaults(answer)
    if (isSignedIn && showsPerson(answer) && !isUnstored(answer))
      faults.push("shows who is signed in and may be stored")
    if (/^\/(?:portal|account|admin|api)\b/.test(at) && !isUnstored(answer)) faults.push("may be stored")
    return faults.map((fault) => `${name}: ${fault}`)
  })
}

/** A page with the way out on it was made for one person. */
function showsPerson({ text }: RawAnswer): boolean {
  return text.includes('action="/api/logout"')
}
