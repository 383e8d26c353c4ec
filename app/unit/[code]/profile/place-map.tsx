import type { Dictionary } from "@/lib/i18n/words"
import { flatMap } from "@/lib/oversight/rules"

type Place = { latitude: number | null; longitude: number | null }
type PlaceMapProps = {
  w: Dictionary
  place: Place
  around: readonly { latitude: number; longitude: number }[]
}

/** Where a unit lies among those of its province, as dots; nothing where it has no place. */
export function PlaceMap({ w, place, around }: PlaceMapProps) {
  const { latitude, longitude } = place
  if (latitude === null || longitude === null) return null
  const m = w.profiles.map
  const own = { latitude, longitude }
  const map = flatMap([own, ...around])
  return (
    <section aria-labelledby="map">
      <h2 id="map">{m.title}</h2>
      <figure className="my-3">
        <svg
          viewBox={`0 0 ${map.width} ${map.height}`}
          role="img"
          aria-label={m.alt}
          className="max-h-100 w-full rounded-md border border-line bg-sheet"
        >
          <path
            d={around.map(map.dot).join("")}
            className="stroke-ink-2"
            strokeWidth={4}
            strokeLinecap="round"
            fill="none"
          />
          <path d={map.dot(own)} className="stroke-jade" strokeWidth={14} strokeLinecap="round" fill="none" />
        </svg>
        <figcaption className="mt-2 text-sm text-ink-2">{m.about}</figcaption>
      </figure>
    </section>
  )
}
