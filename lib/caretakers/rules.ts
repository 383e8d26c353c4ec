import type { Seat } from "@/lib/kernel/actor"

const day = 24 * 60 * 60_000

/** How long an office looks after a unit, and by how much it may be prolonged once (product page, "Powers"). */
export const caretakerDays = 30

/** When it ends, counted from an instant. */
export const endOfCare = (from: Date): Date => new Date(from.getTime() + caretakerDays * day)

/** The seat from which somebody looks after a unit: of the offices in which he is SSO Admin the nearest above it. */
export function officeSeat(seats: readonly Seat[], path: string): Seat | undefined {
  return seats
    .filter(
      ({ isAdmin, level, path: own }) =>
        isAdmin && level !== "local" && level !== "department" && own !== path,
    )
    .filter((seat) => path.startsWith(seat.path))
    .toSorted((a, b) => b.path.length - a.path.length)[0]
}

/** Whether it gives no power any more: its days are over, or it began because nobody was there and somebody is again. */
export function isCareOver(
  care: { readonly endsAt: Date; readonly reason: "nobody-there" | "head-asked" },
  { hasWorkingAdmin }: { readonly hasWorkingAdmin: boolean },
  now: Date,
): boolean {
  return care.endsAt <= now || (care.reason === "nobody-there" && hasWorkingAdmin)
}
