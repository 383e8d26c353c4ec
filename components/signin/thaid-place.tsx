import { Icon } from "@/components/ui/icon"
import type { Dictionary } from "@/lib/i18n/words"

/** Where the ThaiID button will stand. Until it works its place says so: a sentence, not a dead button. */
export function ThaidPlace({ w }: { w: Dictionary }) {
  return (
    <div className="mt-4 flex min-h-14 items-center gap-2 rounded-md border border-dashed border-line-2 px-2.5 py-2 md:gap-3 md:mt-6 md:px-4">
      <Icon name="device" className="text-ink-2" />
      <p className="leading-snug max-md:text-[0.85rem]">
        {w.signin.door.thaidLater}
        <span className="hidden text-sm text-ink-2 md:block">{w.signin.door.thaidMeanwhile}</span>
      </p>
    </div>
  )
}
