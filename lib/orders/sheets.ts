import "server-only"

/** Lines of A4 left for people, beside what else stands on a sheet: measured on the print, with room to spare. */
const room = { only: 8, first: 15, between: 26, last: 17 } as const

/** Letters of a person's line that surely fit in one line of the sheet. */
const lineLength = 62

type Named = { readonly name: string; readonly post: string }

/** A person of a sheet, with the number before his name. */
export type NumberedPerson = Named & { readonly at: number }

const linesOf = ({ name, post }: Named) => Math.ceil((name.length + post.length + 12) / lineLength)

/**
 * Parts people over the sheets of an order. The heading stands on the first, the signature on the last; each sheet bears
 * a QR code that says which of how many it is, so they are parted here and not by the browser.
 */
export function sheetsOf(people: readonly Named[]): readonly (readonly NumberedPerson[])[] {
  const numbered = people.map((person, i) => ({ ...person, at: i + 1 }))
  const total = numbered.reduce((sum, person) => sum + linesOf(person), 0)
  if (total <= room.only) return [numbered]
  const sheets: NumberedPerson[][] = [[]]
  let used = 0
  for (const person of numbered) {
    const most = sheets.length === 1 ? room.first : room.between
    if (used + linesOf(person) > most) {
      sheets.push([])
      used = 0
    }
    sheets.at(-1)?.push(person)
    used += linesOf(person)
  }
  // the signature needs its place: what doesn't fit beside it goes on to a sheet of its own, with one person at least
  const isTight = used > (sheets.length === 1 ? room.only : room.last)
  const moved = isTight ? sheets.at(-1)?.pop() : undefined
  return moved ? [...sheets, [moved]] : sheets
}
