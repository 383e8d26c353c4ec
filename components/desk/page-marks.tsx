import { markId } from "./desk-path"

/** Where a fact was read: a box in ten-thousandths of a page whose image has that size. */
export type PageMark = {
  name: string
  size: readonly [number, number]
  box: readonly [number, number, number, number]
}

/** How far a mark stands off from the words that it marks, in ten-thousandths of the page. */
const margin = 25

/** Marks over a page's image. Each is unseen until the address of the page names it; no script and no style is needed. */
export function PageMarks({ marks }: { marks: readonly PageMark[] }) {
  const [first] = marks
  if (!first) return null
  const [width, height] = first.size
  return (
    <svg className="page-marks" viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
      {marks.map(({ name, box: [left, top, right, bottom] }) => (
        <rect
          key={name}
          id={markId(name)}
          className="page-mark"
          x={((left - margin) * width) / 10_000}
          y={((top - margin) * height) / 10_000}
          width={((right - left + 2 * margin) * width) / 10_000}
          height={((bottom - top + 2 * margin) * height) / 10_000}
        />
      ))}
    </svg>
  )
}
