import { rightName } from "@/components/rights/right-name"
import { TextArea } from "@/components/rights/text-area"
import { Button } from "@/components/ui/button"
import type { Fault } from "@/components/ui/error-summary"
import type { Locale } from "@/lib/i18n/locale"
import type { Dictionary } from "@/lib/i18n/words"

type Role = {
  id: string
  nameTh: string
  nameEn: string
  aboutTh: string
  aboutEn: string
  standing: "held" | "waiting" | "free"
}

type AskFormProps = {
  w: Dictionary
  locale: Locale
  membershipId: string
  system: string
  roles: readonly Role[]
  faults: readonly Fault[]
  typed: Readonly<Record<string, string>> | undefined
}

/** The roles of a system, one to be chosen, and why. */
export function AskForm({ w, locale, membershipId, system, roles, faults, typed }: AskFormProps) {
  const m = w.rights.mine
  const errorAt = (field: string) => faults.find((fault) => fault.field === field)?.text
  const missing = errorAt("systemRoleId")
  const free = roles.filter(({ standing }) => standing === "free")
  const taken = roles.filter(({ standing }) => standing !== "free")
  if (free.length === 0) return <p>{m.allHeld}</p>
  return (
    <form method="post" action="/api/rights" className="max-w-door space-y-4">
      <input type="hidden" name="membershipId" value={membershipId} />
      <input type="hidden" name="system" value={system} />
      <fieldset className={missing ? "border-l-4 border-lotus pl-3" : ""}>
        <legend className="mb-1 font-semibold">{m.role}</legend>
        {missing ? <p className="mb-1.5 font-semibold text-lotus">{missing}</p> : null}
        {free.map((role, at) => (
          <div key={role.id} className="flex items-start gap-2.5 py-2">
            <input
              type="radio"
              className="box"
              id={at === 0 ? "systemRoleId" : role.id}
              name="systemRoleId"
              value={role.id}
              defaultChecked={typed?.systemRoleId === role.id || free.length === 1}
              aria-describedby={`about-${role.id}`}
            />
            <div>
              <label htmlFor={at === 0 ? "systemRoleId" : role.id}>{rightName(locale, role)}</label>
              <p id={`about-${role.id}`} className="text-sm text-ink-2">
                {locale === "th" ? role.aboutTh : role.aboutEn}
              </p>
            </div>
          </div>
        ))}
        {taken.map((role) => (
          <p key={role.id} className="py-1 text-sm">
            {rightName(locale, role)} <i>{role.standing === "held" ? m.held : m.waiting}</i>
          </p>
        ))}
      </fieldset>
      <TextArea
        name="reason"
        label={m.reason}
        hint={m.reasonHint}
        error={errorAt("reason")}
        defaultValue={typed?.reason ?? ""}
        maxLength={500}
      />
      <Button kind="main" wide>
        {m.send}
      </Button>
    </form>
  )
}
