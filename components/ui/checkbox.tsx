import type { ReactNode } from "react"
import { Hint } from "./field"

type CheckboxProps = {
  name: string
  label: ReactNode
  value?: string
  id?: string
  hint?: ReactNode
  defaultChecked?: boolean
  /** The id of its form, where it stands outside it. */
  form?: string
}

/** A box to tick; its words are part of what can be pressed. */
export function Checkbox({
  name,
  label,
  value = "1",
  id = name,
  hint,
  defaultChecked = false,
  form,
}: CheckboxProps) {
  const hintId = hint ? `${id}-hint` : undefined
  return (
    <div className="flex items-start gap-2.5 py-2">
      <input
        type="checkbox"
        className="box"
        id={id}
        name={name}
        value={value}
        form={form}
        defaultChecked={defaultChecked}
        aria-describedby={hintId}
      />
      <div>
        <label htmlFor={id}>{label}</label>
        {hintId ? <Hint id={hintId}>{hint}</Hint> : null}
      </div>
    </div>
  )
}
