import type { Dictionary } from "@/lib/i18n/words"

/** Links at the foot of every page: only to what exists. */
export function FrameFooter({ w }: { w: Dictionary }) {
  const links = [
    { href: "/manuals", name: w.ui.frame.manuals },
    { href: "/help", name: w.ui.frame.help },
    { href: "/privacy", name: w.ui.frame.privacy },
    { href: "/accessibility", name: w.ui.frame.accessibility },
  ]
  return (
    <footer className="screen-only border-t border-line px-4 py-4 lg:px-8">
      <nav aria-label={w.ui.frame.footer}>
        <ul className="flex flex-wrap gap-x-6 text-sm lg:justify-center">
          {links.map((link) => (
            <li key={link.href}>
              <a href={link.href} className="nowrap inline-block py-1.5">
                {link.name}
              </a>
            </li>
          ))}
        </ul>
      </nav>
    </footer>
  )
}
