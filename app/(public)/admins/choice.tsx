"use client"

import { SelectField, type SelectOption } from "@/components/ui/select-field"

type ChoiceProps = {
  name: string
  label: string
  empty: string
  options: readonly SelectOption[]
  defaultValue: string
}

/** A long list of choices, a client component for the same reason as the table of units. */
export function Choice(props: ChoiceProps) {
  return <SelectField {...props} />
}
