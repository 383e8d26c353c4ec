import { changeHolidays } from "@/lib/cases/change-holidays"
import { clearCookie } from "@/lib/http/cookies"
import { postHandler } from "@/lib/http/post-handler"
import { refusedAnswer } from "@/lib/http/refused-answer"
import { runCommand } from "@/lib/http/run-command"
import { seeOther } from "@/lib/http/see-other"
import { typedCookie } from "@/lib/http/typed-fields"

const screen = "/admin/settings/holidays"

/** Adds a day off or takes one away, and leads back to the year that it is of. */
export const POST = postHandler(async ({ fields }) => {
  const { act = "", version = "", date = "", day = "", month = "", year = "", name = "" } = fields
  const typed = { day, month, year, name }
  const result = await runCommand(changeHolidays, { act, version, ...(act === "add" ? typed : { date }) })
  if (result.ok) {
    const shown = Number(result.value.date.slice(0, 4)) + 543
    return seeOther(`${screen}?${new URLSearchParams({ saved: "1", year: `${shown}` })}`, [
      clearCookie("typed"),
    ])
  }
  return refusedAnswer(result.refusal, screen, act === "add" ? [await typedCookie("holidays", typed)] : [])
})
