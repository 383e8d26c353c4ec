type InPageListProps = { label: string; parts: readonly { id: string; title: string }[] }

/** The parts of a long page, each a jump; on a phone they spare the way past all forms. */
export function InPageList({ label, parts }: InPageListProps) {
  return (
    <nav aria-label={label} className="screen-only mt-5 border-y border-line py-3">
      <ul className="flex flex-wrap gap-x-5 gap-y-2">
        {parts.map(({ id, title }) => (
          <li key={id}>
            <a href={`#${id}`}>{title}</a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
