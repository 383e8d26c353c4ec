import { Icon } from "@/components/ui/icon"

/** Says on every page that nothing here is real. */
export function DemonstrationBanner({ text }: { text: string }) {
  return (
    <aside className="flex items-center justify-center gap-2 border-b border-line bg-marigold-soft px-4 py-1 text-sm">
      <Icon name="info" size={16} className="text-marigold" />
      <span>{text}</span>
    </aside>
  )
}
