import { chanceOf } from "@/db/factories/chance"
import { scan, type Taken } from "@/db/factories/scan"
import { foreignCode } from "@/lib/documents/rules"
import { judgeScan, type ScanMatch } from "@/lib/orders/match-scan"
import { printCode } from "@/lib/orders/print-code"
import { judgeFile } from "@/lib/storage/inspector/judge-file"
import { grantFurtherTries } from "@/lib/storage/inspector/qr-codes-of"

const origin = "https://sso.dla.example"

type Trial = { readonly paper: "own" | "none" | "foreign"; readonly found: ScanMatch; readonly taken: Taken }

/** What came of a set of scans. */
export type ScansRead = {
  readonly matched: number
  /** How many had a code of their request. */
  readonly readable: number
  readonly missed: readonly Trial[]
  /** Scans that were taken for a print that they are not. */
  readonly wrong: readonly Trial[]
}

/**
 * Makes scans by a seed, a tenth of them without a code or with a foreign one, and has each read as an upload is: judged
 * by its content, drawn, its codes matched with the request that it was sent to.
 */
export async function readScans({ seed, count }: { seed: number; count: number }): Promise<ScansRead> {
  const trials: Trial[] = []
  for (let nth = 0; nth < count; nth += 1) trials.push(await trial(seed * 1000 + nth, nth))
  const own = trials.filter(({ paper }) => paper === "own")
  const missed = own.filter(({ found }) => found.kind !== "matched")
  const wrong = trials.filter(
    ({ paper, found }) =>
      (paper !== "own" && found.kind === "matched") ||
      found.kind.startsWith("other") ||
      found.kind === "stale-print",
  )
  return { matched: own.length - missed.length, readable: own.length, missed, wrong }
}

async function trial(seed: number, nth: number): Promise<Trial> {
  const chance = chanceOf(seed)
  const digits = () => String(Math.floor(chance.below(10_000))).padStart(4, "0")
  const order = {
    number: `O-${digits()}-${digits()}`,
    unitId: "unit",
    printVersion: 1 + Math.floor(chance.below(9)),
  }
  const own = printCode(origin, { ...order, page: 1, of: 1 })
  const foreign = chance.one([
    "https://www.example.com/menu",
    // as somebody would forge it: ours but for the check
    own.replace(/.$/, (last) => (last === "7" ? "8" : "7")),
    `${"0".repeat(20)}5802TH6304ABCD`,
  ])
  const paper = nth % 20 === 7 ? "none" : nth % 20 === 13 ? "foreign" : "own"
  const code = { own, foreign, none: undefined }[paper]
  const { content, taken } = await scan(code ? { code } : {}, seed)
  grantFurtherTries()
  const texts: string[] = []
  for await (const judged of judgeFile(content)) {
    if ("kind" in judged && judged.kind === "refused") throw new Error(`a scan was refused: ${judged.why}`)
    if ("qr" in judged) texts.push(...kept(judged.qr))
  }
  const codes = texts.map((text, at) => ({ documentId: "d", page: at + 1, text }))
  return { paper, found: judgeScan(order, codes, () => undefined), taken }
}

/** What is kept of a page's codes. */
function kept(qr: readonly string[]): string[] {
  const own = qr.find((text) => text.startsWith(`${origin}/q/`))
  return own ? [own] : qr.length > 0 ? [foreignCode] : []
}
