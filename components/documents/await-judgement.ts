import { type Coming, standingOf } from "./send-file"

const between = 1000

/** States in which nothing more happens soon: the page then shows what came of it. */
const settled = ["ready", "refused", "waiting-for-scan", "removed", "gone"]

/** Resolves when every one of these documents has been judged, or waits for a scanner that is away. */
export async function awaitJudgement(coming: readonly Coming[], signal: AbortSignal): Promise<void> {
  let left = [...coming]
  while (left.length > 0 && !signal.aborted) {
    await new Promise((resolve) => setTimeout(resolve, between))
    const standings = await Promise.all(left.map(async (one) => ({ one, standing: await standingOf(one) })))
    left = standings.flatMap(({ one, standing }) =>
      standing !== null && settled.includes(standing.state) ? [] : [one],
    )
  }
}

/** Shows the page anew with what the portal knows now, without the refusal that it may have been opened with. */
export function showAnew(): void {
  const url = new URL(location.href)
  url.searchParams.delete("refused")
  location.replace(`${url.pathname}${url.search}`)
}
