import { Mark } from "@/components/ui/mark"
import { Phrase } from "@/components/ui/phrase"

/** The product's name is a name: the same in every language. */
export const brandName = "DLA SSO"

/** Mark and name, leading home. The line below the name is shown where the header has room for it. */
export function Brand({ href, tagline, label }: { href: string; tagline?: string; label: string }) {
  return (
    <a
      href={href}
      className="flex items-center gap-3 text-jade no-underline"
      aria-label={`${brandName} – ${label}`}
    >
      <Mark />
      <span className="block">
        <b className="block leading-tight whitespace-nowrap text-ink">{brandName}</b>
        {tagline ? (
          <small className="block text-xs leading-tight text-ink-2">
            <Phrase text={tagline} />
          </small>
        ) : null}
      </span>
    </a>
  )
}
