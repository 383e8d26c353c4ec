import { Chip } from "@/components/ui/chip"
import type { Tone } from "@/components/ui/notice"
import type { Dictionary } from "@/lib/i18n/words"
import type { Standing } from "@/lib/members/rules"

const tones: Readonly<Record<Standing, Tone | "plain">> = {
  active: "done",
  invited: "needs-you",
  suspended: "refused",
  "account-suspended": "refused",
  "account-locked": "refused",
  "account-closed": "plain",
  "not-begun": "information",
  over: "plain",
  ended: "plain",
}

/** How somebody stands in a unit, in a word. */
export function StandingChip({ standing, w }: { standing: Standing; w: Dictionary }) {
  return <Chip tone={tones[standing]}>{w.members.standings[standing]}</Chip>
}
