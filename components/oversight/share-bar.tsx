type ShareBarProps = {
  /** 0 to 100. */
  percent: number
  /** The same in words. */
  label: string
}

/** A share as a bar, with the figure beside it. */
export function ShareBar({ percent, label }: ShareBarProps) {
  return (
    <span className="inline-flex items-center gap-2">
      <svg
        width="72"
        height="10"
        viewBox="0 0 100 10"
        preserveAspectRatio="none"
        aria-hidden="true"
        className="print:hidden"
      >
        <rect width="100" height="10" className="fill-line" />
        <rect width={percent} height="10" className="fill-jade" />
      </svg>
      {label}
    </span>
  )
}
