import { Icon } from "./icon"

type StepListProps = { label: string; position: string; steps: readonly string[]; current: number }

/** Named steps with the one being done marked; `current` counts from 0. Never a bare progress bar. */
export function StepList({ label, position, steps, current }: StepListProps) {
  return (
    <div className="mb-6">
      <p className="mb-2 text-sm font-semibold text-ink-2">{position}</p>
      <ol aria-label={label} className="flex flex-wrap gap-x-5 gap-y-1 border-t-2 border-ink pt-2 text-sm">
        {steps.map((step, index) => (
          <li
            key={step}
            aria-current={index === current ? "step" : undefined}
            className={`flex items-center gap-1.5 ${index === current ? "font-semibold" : "text-ink-2"}`}
          >
            {index < current ? <Icon name="done" size={15} /> : null}
            {step}
          </li>
        ))}
      </ol>
    </div>
  )
}
