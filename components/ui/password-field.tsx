import { controlAttributes, Field, type FieldProps } from "./field"

/** A password; password managers and paste work (NIST SP 800-63B-4, WCAG 2.2 3.3.8). Never given a value by us. */
export function PasswordField({
  autoComplete,
  ...field
}: FieldProps & { autoComplete: "current-password" | "new-password" }) {
  return (
    <Field field={field}>
      <input {...controlAttributes(field)} type="password" autoComplete={autoComplete} className="input" />
    </Field>
  )
}
