import type { ReactNode } from "react"
import { Icon } from "./icon"

/** What every field has: its label is always seen, its hint and error are read out with it. */
export type FieldProps = {
  name: string
  label: ReactNode
  id?: string
  hint?: ReactNode
  error?: string | undefined
}

/** Attributes that tie a control to its hint and error (WCAG 2.2, 1.3.1 and 3.3.1). */
export function controlAttributes(field: FieldProps) {
  const id = field.id ?? field.name
  const described = [field.hint ? `${id}-hint` : "", field.error ? `${id}-error` : ""]
    .filter(Boolean)
    .join(" ")
  return {
    id,
    name: field.name,
    "aria-describedby": described || undefined,
    "aria-invalid": field.error ? true : undefined,
  }
}

/** Label, hint and error around a control. */
export function Field({ field, children }: { field: FieldProps; children: ReactNode }) {
  const id = field.id ?? field.name
  return (
    <div className={field.error ? "border-l-4 border-lotus pl-3" : ""}>
      <label htmlFor={id} className="mb-1 block font-semibold">
        {field.label}
      </label>
      {field.hint ? <Hint id={`${id}-hint`}>{field.hint}</Hint> : null}
      {field.error ? (
        <p id={`${id}-error`} className="mb-1.5 flex items-start gap-2 font-semibold text-lotus">
          <Icon name="warning" size={20} className="mt-0.5" />
          <span>{field.error}</span>
        </p>
      ) : null}
      {children}
    </div>
  )
}

/** A quiet line of explanation above or below a control. */
export function Hint({ id, children }: { id?: string; children: ReactNode }) {
  return (
    <p id={id} className="mb-1.5 text-sm text-ink-2">
      {children}
    </p>
  )
}
