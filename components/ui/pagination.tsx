import { Icon } from "./icon"

type PaginationProps = {
  label: string
  position: string
  previous?: { href: string; label: string } | undefined
  next?: { href: string; label: string } | undefined
}

/** Links to the pages before and after; the page is in the address, so it can be shared. */
export function Pagination({ label, position, previous, next }: PaginationProps) {
  return (
    <nav aria-label={label} className="screen-only mt-6 flex flex-wrap items-center justify-between gap-3">
      {previous ? (
        <a href={previous.href} rel="prev" className="btn">
          <Icon name="back" size={16} />
          {previous.label}
        </a>
      ) : (
        <span />
      )}
      <span className="text-sm text-ink-2 max-sm:order-first max-sm:w-full">{position}</span>
      {next ? (
        <a href={next.href} rel="next" className="btn">
          {next.label}
          <Icon name="forward" size={16} />
        </a>
      ) : (
        <span />
      )}
    </nav>
  )
}
