/** One thing to put right; `field` is the id of the control that it is about. */
export type Fault = { text: string; field?: string }

/* The browser itself moves focus here when the page opens, so it works without JavaScript (GOV.UK pattern, WCAG 2.2 4.1.3). */
const takesFocus = { tabIndex: -1, autoFocus: true }

/** What went wrong, on top of the page; it takes the focus and leads to each field. */
export function ErrorSummary({ title, faults }: { title: string; faults: readonly Fault[] }) {
  return (
    <div
      role="alert"
      aria-labelledby="error-summary-title"
      className="mb-6 rounded-md border-2 border-lotus bg-lotus-soft p-4"
      {...takesFocus}
    >
      <h2 id="error-summary-title" className="mb-1 text-lg">
        {title}
      </h2>
      <ul className="space-y-1">
        {faults.map((fault) => (
          <li key={fault.text}>
            {fault.field ? (
              <a href={`#${fault.field}`} className="font-semibold text-lotus hover:text-lotus">
                {fault.text}
              </a>
            ) : (
              fault.text
            )}
          </li>
        ))}
      </ul>
    </div>
  )
}
