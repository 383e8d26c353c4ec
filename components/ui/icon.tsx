/** Strokes on a 22 × 22 grid, drawn for this portal. An icon always stands beside its word, so it is hidden from readers. */
const strokes = {
  search: "M16 9.5a6.5 6.5 0 1 1-13 0 6.5 6.5 0 0 1 13 0zM14.5 14.5l5 5",
  book: "M3 3.5h6a2 2 0 0 1 2 2V19a2 2 0 0 0-2-2H3zM19 3.5h-6a2 2 0 0 0-2 2V19a2 2 0 0 1 2-2h6z",
  help: "M19.5 11a8.5 8.5 0 1 1-17 0 8.5 8.5 0 0 1 17 0zM8.7 8.6c.2-1.4 1.1-2.1 2.4-2.1 1.4 0 2.4.9 2.4 2.1 0 1.9-2.4 1.9-2.4 3.9M11.1 15.4v.1",
  person: "M13 7a4 4 0 1 1-8 0 4 4 0 0 1 8 0zM2 20c.6-4 3.3-6 7-6s6.4 2 7 6",
  phone:
    "M6 2.5h3l1.5 4.5-2 1.7a12 12 0 0 0 4.8 4.8l1.7-2 4.5 1.5v3a2.5 2.5 0 0 1-2.6 2.5C9.4 18 4 12.6 3.5 5.100A2.5 2.5 0 0 1 6 2.500z",
  chat: "M3 4.500h16v11h-8l-4.5 4v-4H3z",
  device: "M7.5 1.500h7a2 2 0 0 1 2 2v15a2 2 0 0 1-2 2h-7a2 2 0 0 1-2-2v-15a2 2 0 0 1 2-2zM9.5 17.500h3",
  computer: "M3 4h16v11H3zM8 19h6M11 15v4",
  clock: "M19.5 11a8.5 8.5 0 1 1-17 0 8.5 8.5 0 0 1 17 0zM11 6v5.200l3.3 2",
  mail: "M2.5 5h17v12.500h-17zM3 5.500l8 6.5 8-6.5",
  info: "M19.5 11a8.5 8.5 0 1 1-17 0 8.5 8.5 0 0 1 17 0zM11 10v5.500M11 6.800v.1",
  warning: "M11 2.8 20.5 19h-19zM11 9v4.500M11 16.300v.1",
  refused: "M7 2.500h8l4.5 4.500v8L15 19.500H7L2.5 15V7zM7.8 7.800l6.4 6.400M14.2 7.800l-6.4 6.4",
  done: "M3.5 11.500l5 5 10-11",
  forward: "M8.5 5l6 6-6 6",
  back: "M13.5 5l-6 6 6 6",
  print: "M6 8V2.500h10V8M6 16H3V8h16v8h-3M6 13h10v6.500H6z",
  download: "M11 3v11M6.5 10l4.5 4.5 4.5-4.500M3.5 19h15",
  lock: "M4.5 10h13v9.500h-13zM7 10V7a4 4 0 0 1 8 0v3M11 13.500v2.5",
} as const

/** The names of the icons there are. */
export type IconName = keyof typeof strokes

/** A small stroke drawing in the colour of the text around it. */
export function Icon({
  name,
  size = 22,
  className = "",
}: {
  name: IconName
  size?: number
  className?: string
}) {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 22 22"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.6"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      className={`flex-none ${className}`}
    >
      <path d={strokes[name]} />
    </svg>
  )
}
