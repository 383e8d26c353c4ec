import type { HTMLInputAutoCompleteAttribute } from "react"
import { controlAttributes, Field, type FieldProps } from "./field"

type TextFieldProps = FieldProps & {
  type?: "text" | "search" | "email" | "tel"
  autoComplete?: HTMLInputAutoCompleteAttribute
  inputMode?: "text" | "numeric" | "email" | "tel" | "search"
  defaultValue?: string
  maxLength?: number
  spellCheck?: boolean
  autoCapitalize?: "none"
  className?: string
}

/** One line of text. Whatever is typed comes back to the server untouched: checks happen there, not in the browser. */
export function TextField({
  name,
  label,
  id,
  hint,
  error,
  type = "text",
  className = "",
  ...input
}: TextFieldProps) {
  const field: FieldProps = { name, label, hint, error, ...(id && { id }) }
  return (
    <Field field={field}>
      <input {...controlAttributes(field)} type={type} className={`input ${className}`} {...input} />
    </Field>
  )
}
