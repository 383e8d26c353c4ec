import { TextArea } from "@/components/rights/text-area"
import { Button } from "@/components/ui/button"
import type { Fault } from "@/components/ui/error-summary"
import { Hint } from "@/components/ui/field"
import { TextField } from "@/components/ui/text-field"
import { digits } from "@/lib/i18n/digits"
import type { Locale } from "@/lib/i18n/locale"
import type { Dictionary } from "@/lib/i18n/words"
import { profileLimits } from "@/lib/profiles/rules"

type Typed = Readonly<Record<string, string>>

type ProfileFormProps = {
  w: Dictionary
  locale: Locale
  unitCode: string
  version: number
  profile: {
    readonly address: string
    readonly telephone: string
    readonly email: string
    readonly openingHours: string
    readonly latitude: number | null
    readonly longitude: number | null
    readonly executives: readonly { readonly post: string; readonly name: string }[]
  }
  faults: readonly Fault[]
  typed: Typed | undefined
}

/** Rows that stand empty below the executives, so that some can be added without JavaScript. */
const spareRows = 3

/** The form of what a unit says of itself. */
export function ProfileForm({ w, locale, unitCode, version, profile, faults, typed }: ProfileFormProps) {
  const p = w.profiles
  const value = typed ?? valuesOf(profile)
  const errorAt = (name: string) => faults.find((fault) => fault.field === name)?.text
  const field = (name: string, label: string, maxLength: number, hint?: string) => ({
    name,
    label,
    maxLength,
    ...(hint && { hint }),
    error: errorAt(name),
    defaultValue: value[name] ?? "",
    autoComplete: "off" as const,
  })
  return (
    <form method="post" action="/api/unit/profile" className="space-y-5">
      <input type="hidden" name="unitCode" value={unitCode} />
      <input type="hidden" name="version" value={version} />
      <TextArea
        name="address"
        label={p.fields.address}
        hint={p.addressHint}
        error={errorAt("address")}
        defaultValue={value.address ?? ""}
        maxLength={profileLimits.address}
      />
      <TextField
        {...field("telephone", p.fields.telephone, profileLimits.telephone, p.telephoneHint)}
        type="tel"
      />
      <TextField
        {...field("email", p.fields.email, profileLimits.email, p.emailHint)}
        type="email"
        autoCapitalize="none"
        spellCheck={false}
      />
      <TextField
        {...field("openingHours", p.fields.openingHours, profileLimits.openingHours, p.openingHoursHint)}
      />
      <fieldset>
        <legend className="font-semibold">{p.fields.executives}</legend>
        <Hint>{p.executivesHint}</Hint>
        <div className="space-y-3">
          {rowsOf(value).map((row) => (
            <div key={row} className="grid gap-x-4 gap-y-2 sm:grid-cols-2">
              <TextField {...field(`post${row}`, p.post(digits(row, locale)), profileLimits.post)} />
              <TextField {...field(`name${row}`, p.name(digits(row, locale)), profileLimits.name)} />
            </div>
          ))}
        </div>
      </fieldset>
      <fieldset>
        <legend className="font-semibold">{p.fields.place}</legend>
        <Hint>{p.placeHint}</Hint>
        <div className="grid gap-4 sm:grid-cols-2">
          <TextField {...field("latitude", p.latitude, 40)} inputMode="text" />
          <TextField {...field("longitude", p.longitude, 40)} inputMode="text" />
        </div>
      </fieldset>
      <Button kind="main">{p.save}</Button>
    </form>
  )
}

function valuesOf(profile: ProfileFormProps["profile"]): Typed {
  const { address, telephone, email, openingHours, latitude, longitude, executives } = profile
  const people = executives.flatMap(({ post, name }, at) => [
    [`post${at + 1}`, post],
    [`name${at + 1}`, name],
  ])
  return {
    address,
    telephone,
    email,
    openingHours,
    latitude: latitude === null ? "" : String(latitude),
    longitude: longitude === null ? "" : String(longitude),
    ...Object.fromEntries(people),
  }
}

/** Numbers of the rows to show: those filled in, and some more. */
function rowsOf(value: Typed): number[] {
  const filled = Array.from({ length: profileLimits.executives }, (_, at) => at + 1).filter(
    (row) => value[`post${row}`] || value[`name${row}`],
  )
  const last = Math.min(profileLimits.executives, (filled.at(-1) ?? 0) + spareRows)
  return Array.from({ length: last }, (_, at) => at + 1)
}
