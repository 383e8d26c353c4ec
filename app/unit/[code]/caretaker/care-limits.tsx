import type { Dictionary } from "@/lib/i18n/words"

/** What a caretaker may do and what not. */
export function CareLimits({ w }: { w: Dictionary }) {
  const c = w.caretakers
  const lists = [
    { title: c.may, items: c.mayList },
    { title: c.mayNot, items: c.mayNotList },
  ]
  return (
    <>
      <div className="grid gap-4 sm:grid-cols-2">
        {lists.map(({ title, items }) => (
          <div key={title}>
            <h2 className="mb-1 text-base">{title}</h2>
            <ul className="list-disc space-y-1 pl-5">
              {items.map((item) => (
                <li key={item}>{item}</li>
              ))}
            </ul>
          </div>
        ))}
      </div>
      <p className="text-sm text-ink-2">{c.told}</p>
    </>
  )
}
