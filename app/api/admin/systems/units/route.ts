import { postHandler } from "@/lib/http/post-handler"
import { refusedAnswer } from "@/lib/http/refused-answer"
import { runCommand } from "@/lib/http/run-command"
import { seeOther } from "@/lib/http/see-other"
import { systemPath } from "@/lib/http/system-path"
import { nameUnits } from "@/lib/rights/name-units"

/** Replaces the list of units that may use a system; lines that are no code are told by their number. */
export const POST = postHandler(async ({ fields }) => {
  const { code = "", version = "", codes = "", confirmed = "" } = fields
  const result = await runCommand(nameUnits, { code, version, codes, confirmed: confirmed === "1" })
  if (!result.ok) return refusedAnswer(result.refusal, systemPath(code))
  const { units, bad } = result.value
  const query = new URLSearchParams([
    ["done", `${units}`],
    ...bad.map(({ line, text }) => ["bad", `${line}:${[...text].slice(0, 12).join("")}`]),
  ])
  return seeOther(`${systemPath(code)}?${query}`)
})
