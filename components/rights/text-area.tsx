import { controlAttributes, Field, type FieldProps } from "@/components/ui/field"

type TextAreaProps = FieldProps & { defaultValue?: string; maxLength: number }

/** Some lines of text. */
export function TextArea({ defaultValue, maxLength, ...field }: TextAreaProps) {
  return (
    <Field field={field}>
      <textarea
        {...controlAttributes(field)}
        rows={3}
        maxLength={maxLength}
        defaultValue={defaultValue}
        className="input"
      />
    </Field>
  )
}
