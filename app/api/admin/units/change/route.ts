import { postHandler } from "@/lib/http/post-handler"
import { refusedAnswer } from "@/lib/http/refused-answer"
import { runCommand } from "@/lib/http/run-command"
import { seeOther } from "@/lib/http/see-other"
import { unitChangeFields, wishOf } from "@/lib/http/unit-change-fields"
import { unitChangePath } from "@/lib/http/unit-change-path"
import { planChange } from "@/lib/restructuring/plan-change"

/** In letters: as much of a field as an address carries back. */
const longest = 300

/** Changes a unit, or has another take it up: at once or on a day. */
export const POST = postHandler(async ({ fields }) => {
  const { unitCode = "", seenCode = "", confirmed, tailConfirmed } = fields
  const typed = Object.fromEntries(unitChangeFields.map((name) => [name, fields[name] ?? ""]))
  const result = await runCommand(planChange, {
    wish: wishOf(unitCode, typed),
    seenCode,
    confirmed: confirmed === "1",
    tailConfirmed: tailConfirmed === "1",
  })
  if (result.ok) {
    const { code, isDone } = result.value
    return seeOther(`${unitChangePath(code)}?done=${isDone ? "done" : "planned"}`)
  }
  const kept = Object.entries(typed).map(([name, value]) => [name, [...value].slice(0, longest).join("")])
  return refusedAnswer(result.refusal, `${unitChangePath(unitCode)}?${new URLSearchParams(kept)}`)
})
