import { Chip } from "@/components/ui/chip"
import type { Tone } from "@/components/ui/notice"
import type { Dictionary } from "@/lib/i18n/words"
import type { OrderState } from "@/lib/orders/rules"

const tones: Record<OrderState, Tone | "plain"> = {
  draft: "needs-you",
  submitted: "information",
  returned: "needs-you",
  approved: "done",
  superseded: "plain",
  expired: "plain",
  revoked: "plain",
  rejected: "refused",
  withdrawn: "plain",
}

/** The state of an order in a word. */
export function OrderStateChip({ state, w }: { state: OrderState; w: Dictionary }) {
  return <Chip tone={tones[state]}>{w.orders.states[state]}</Chip>
}
