import type { ReactNode } from "react"

type Look = { kind?: "plain" | "main" | "danger"; big?: boolean; wide?: boolean }

function classes({ kind = "plain", big = false, wide = false }: Look): string {
  const kinds = { plain: "btn", main: "btn btn-main", danger: "btn btn-danger" }
  return [kinds[kind], big ? "btn-big" : "", wide ? "w-full" : ""].filter(Boolean).join(" ")
}

type ButtonProps = Look & {
  children: ReactNode
  name?: string
  value?: string
  /** The id of its form, where it stands outside it, and another address than the form's own. */
  form?: string
  formAction?: string
  /** The key that presses it, where a screen has keys. */
  dataKey?: string
}

/** A button that sends its form. One `main` button an area; its label is a verb. */
export function Button({ children, kind, big, wide, dataKey, ...attributes }: ButtonProps) {
  const look = classes({ ...(kind && { kind }), ...(big && { big }), ...(wide && { wide }) })
  return (
    <button type="submit" className={look} data-key={dataKey} {...attributes}>
      {children}
    </button>
  )
}

/** A link that looks like a button: it leads somewhere and changes nothing. */
export function LinkButton({
  children,
  href,
  kind,
  big,
  wide,
  dataKey,
}: Look & { children: ReactNode; href: string; dataKey?: string }) {
  const look = classes({ ...(kind && { kind }), ...(big && { big }), ...(wide && { wide }) })
  return (
    <a className={look} href={href} data-key={dataKey}>
      {children}
    </a>
  )
}
