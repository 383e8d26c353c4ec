import type { ReactNode } from "react"

type CareFormProps = {
  action: string
  unitCode: string
  title: string
  lead?: string
  /** What is to be ticked, and the button. */
  children: ReactNode
}

/** One act about the care of a unit. */
export function CareForm({ action, unitCode, title, lead, children }: CareFormProps) {
  return (
    <section className="border-t border-line pt-4">
      <h2 className="mb-2">{title}</h2>
      {lead ? <p className="mb-3">{lead}</p> : null}
      <form method="post" action={action} className="space-y-3">
        <input type="hidden" name="unitCode" value={unitCode} />
        {children}
      </form>
    </section>
  )
}
