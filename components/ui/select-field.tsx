import { controlAttributes, Field, type FieldProps } from "./field"

/** One choice of a list. */
export type SelectOption = { value: string; label: string }

type SelectFieldProps = FieldProps & {
  options: readonly SelectOption[]
  defaultValue?: string | undefined
  empty?: string
}

/** A native list of choices; `empty` names the first entry, which stands for no choice. */
export function SelectField({ options, defaultValue, empty, ...field }: SelectFieldProps) {
  return (
    <Field field={field}>
      <select {...controlAttributes(field)} className="input" defaultValue={defaultValue ?? ""}>
        {empty === undefined ? null : <option value="">{empty}</option>}
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </Field>
  )
}
