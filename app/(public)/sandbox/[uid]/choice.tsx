type ChoiceProps = {
  name: string
  legend: string
  options: readonly { readonly value: string; readonly label: string }[]
}

/** One of a few, the first chosen beforehand. */
export function Choice({ name, legend, options }: ChoiceProps) {
  return (
    <fieldset>
      <legend className="mb-1 font-semibold">{legend}</legend>
      {options.map(({ value, label }, at) => {
        const id = at === 0 ? name : `${name}-${value}`
        return (
          <div key={value} className="flex items-start gap-2.5 py-2">
            <input type="radio" className="box" id={id} name={name} value={value} defaultChecked={at === 0} />
            <label htmlFor={id}>
              {label} <code translate="no">{value}</code>
            </label>
          </div>
        )
      })}
    </fieldset>
  )
}
